package dev.baton.lead.account;

import dev.baton.input.DomainNames;
import dev.baton.lead.AccountSettings;
import dev.baton.lead.CompanyName;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.lead.account.AccountCandidates.Candidate;
import dev.baton.sql.RecordRows;
import dev.baton.sql.RowInsert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares leads without an account by what they call their company: sure enough, and they are put
 * into it; less sure, and a person is asked; never a guess.
 */
@Component
class LeadMatching {
  private static final int CHUNK = 200;
  private static final int CHOICES = 3;
  private static final int DOMAIN_AS_NAME = 90;
  private static final int COUNTRY = 10;
  private static final int SEVERAL = -30;

  private final JdbcClient db;
  private final Leads leads;
  private final AccountCandidates candidates;
  private final AccountMemberships memberships;
  private final AccountQuestions questions;
  private final AccountSettings settings;

  LeadMatching(
      JdbcClient db,
      Leads leads,
      AccountCandidates candidates,
      AccountMemberships memberships,
      AccountQuestions questions,
      AccountSettings settings) {
    this.db = db;
    this.leads = leads;
    this.candidates = candidates;
    this.memberships = memberships;
    this.questions = questions;
    this.settings = settings;
  }

  private record Due(long id, String leadId) {}

  /** A lead with what it calls its company. */
  private record Told(String leadId, String company, CompanyName name, Optional<String> country) {}

  private record Found(Candidate account, NameMatch match) {}

  /** Compares some that wait, within a transaction; false when none is left. */
  boolean next(Instant now) {
    List<Due> due =
        db.sql(
                "select id, lead_id from account_match_due order by id fetch first %d rows only"
                    .formatted(CHUNK))
            .query(RecordRows.of(Due.class))
            .list();
    if (due.isEmpty()) {
      return false;
    }
    List<Told> told = told(due.stream().map(Due::leadId).collect(Collectors.toSet()), now);
    remember(told);
    compare(told, now);
    db.sql("delete from account_match_due where id in (:ids)")
        .param("ids", due.stream().map(Due::id).toList())
        .update();
    return due.size() == CHUNK;
  }

  /** In the order of their ids, as every intake locks them. */
  private List<Told> told(Set<String> leadIds, Instant now) {
    Map<String, Lead> all = new TreeMap<>(leads.all(leadIds));
    all.values().removeIf(lead -> lead.accountId() != null);
    var profiles = leads.profileLogs(all.keySet());
    List<Told> told = new ArrayList<>();
    for (String id : all.keySet()) {
      Profile known = Profile.of(profiles.getOrDefault(id, List.of()), now);
      known
          .get("company")
          .ifPresent(
              company ->
                  told.add(new Told(id, company, CompanyName.of(company), known.get("country"))));
    }
    return told;
  }

  /** So that an account that is made later finds them. */
  private void remember(List<Told> told) {
    if (told.isEmpty()) {
      return;
    }
    db.sql("delete from lead_company where lead_id in (:ids)")
        .param("ids", told.stream().map(Told::leadId).toList())
        .update();
    RowInsert rows = new RowInsert("lead_company", "lead_id", "name_key");
    told.forEach(one -> rows.row(one.leadId(), one.name().key()));
    rows.run(db);
  }

  private void compare(List<Told> told, Instant now) {
    Map<String, List<Candidate>> near =
        candidates.startingWith(
            told.stream().map(one -> one.name().start()).collect(Collectors.toSet()));
    Map<String, String> domains = new HashMap<>();
    told.forEach(one -> domain(one).ifPresent(domain -> domains.put(one.leadId(), domain)));
    Map<String, String> byDomain = candidates.ofDomains(Set.copyOf(domains.values()));
    Map<String, List<Found>> found = new TreeMap<>();
    for (Told one : told) {
      String account = byDomain.get(domains.getOrDefault(one.leadId(), ""));
      if (account != null) {
        memberships.match(
            one.leadId(), account, DOMAIN_AS_NAME, "its domain stands for the name", now);
      } else {
        found.put(one.leadId(), found(one, near.getOrDefault(one.name().start(), List.of())));
      }
    }
    Map<String, Set<String>> countries =
        candidates.countries(
            found.values().stream()
                .flatMap(List::stream)
                .map(one -> one.account().id())
                .collect(Collectors.toSet()));
    for (Told one : told) {
      decide(one, ranked(one, found.getOrDefault(one.leadId(), List.of()), countries), now);
    }
  }

  private static Optional<String> domain(Told told) {
    return told.company().indexOf('.') < 0 || told.company().strip().indexOf(' ') >= 0
        ? Optional.empty()
        : DomainNames.registrable(told.company());
  }

  private static List<Found> found(Told told, List<Candidate> near) {
    return near.stream()
        .map(account -> new Found(account, NameMatch.of(told.name(), account.called())))
        .filter(one -> one.match().confidence() > 0)
        .toList();
  }

  /** The surest first; of a group its top before its parts. */
  private static List<Found> ranked(
      Told told, List<Found> found, Map<String, Set<String>> countries) {
    Set<String> ids = found.stream().map(one -> one.account().id()).collect(Collectors.toSet());
    long tops = found.stream().filter(one -> isTop(one, ids) && isSame(one)).count();
    return found.stream()
        .map(one -> weighed(told, one, countries, isSame(one) && tops > 1))
        .sorted(
            Comparator.comparing((Found one) -> -one.match().confidence())
                .thenComparing(one -> !isTop(one, ids))
                .thenComparing(one -> one.account().id()))
        .toList();
  }

  private static boolean isSame(Found found) {
    return found.match().reasons().contains("the same name");
  }

  private static boolean isTop(Found found, Set<String> ids) {
    String parent = found.account().parentId();
    return parent == null || !ids.contains(parent);
  }

  private static Found weighed(
      Told told, Found found, Map<String, Set<String>> countries, boolean isOneOfSeveral) {
    NameMatch match = found.match();
    Set<String> theirs = countries.getOrDefault(found.account().id(), Set.of());
    if (told.country().isPresent() && !theirs.isEmpty()) {
      match =
          theirs.contains(told.country().orElseThrow())
              ? match.and(COUNTRY, "the same country")
              : match.and(-COUNTRY, "but another country");
    }
    return new Found(
        found.account(),
        isOneOfSeveral ? match.and(SEVERAL, "but several companies of that name") : match);
  }

  private void decide(Told told, List<Found> ranked, Instant now) {
    if (ranked.isEmpty()) {
      return;
    }
    Found best = ranked.get(0);
    if (best.match().confidence() >= settings.attachFrom()) {
      memberships.match(
          told.leadId(), best.account().id(), best.match().confidence(), best.match().why(), now);
      return;
    }
    ranked.stream()
        .filter(one -> one.match().confidence() >= settings.askFrom())
        .limit(CHOICES)
        .forEach(one -> questions.askOfLead(told.leadId(), one.account().id(), one.match(), now));
  }
}
