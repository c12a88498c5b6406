package dev.baton.lead.account;

import dev.baton.input.DomainNames;
import dev.baton.lead.AccountSettings;
import dev.baton.lead.CompanyName;
import dev.baton.lead.account.AccountCandidates.Candidate;
import dev.baton.sql.RecordRows;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares accounts that are new with what was there: a company below another one's domain is part
 * of it, for one of the same name a person is asked, and leads that named it are compared again.
 */
@Component
class AccountComparison {
  private static final int CHUNK = 200;

  /** Names alone of two companies that have domains of their own. */
  private static final int ASKED = 70;

  private static final int LABEL = 10;

  private final JdbcClient db;
  private final AccountCandidates candidates;
  private final AccountParents parents;
  private final AccountQuestions questions;
  private final AccountSettings settings;

  AccountComparison(
      JdbcClient db,
      AccountCandidates candidates,
      AccountParents parents,
      AccountQuestions questions,
      AccountSettings settings) {
    this.db = db;
    this.candidates = candidates;
    this.parents = parents;
    this.questions = questions;
    this.settings = settings;
  }

  private record Fresh(String id, String domain, @Nullable String name, @Nullable String nameKey) {
    CompanyName called() {
      return CompanyName.of(Objects.requireNonNullElse(name, ""));
    }

    String registrable() {
      return DomainNames.registrable(domain).orElse(domain);
    }
  }

  /** Compares some, within a transaction; false when none is left. */
  boolean next(Instant now) {
    List<Fresh> fresh =
        db.sql(
                """
                select id, domain, name, name_key from account where compared = false
                order by id fetch first %d rows only
                """
                    .formatted(CHUNK))
            .query(RecordRows.of(Fresh.class))
            .list();
    if (fresh.isEmpty()) {
      return false;
    }
    fresh.stream().filter(one -> one.nameKey() == null).forEach(this::name);
    lookAgain(fresh);
    compare(fresh, now);
    db.sql("update account set compared = true where id in (:ids)")
        .param("ids", fresh.stream().map(Fresh::id).toList())
        .update();
    return fresh.size() == CHUNK;
  }

  /** It was made before names were compared. */
  private void name(Fresh fresh) {
    CompanyName name = fresh.called();
    db.sql(
            """
            update account set name_key = :key, name_start = :start, registrable = :registrable
            where id = :id
            """)
        .param("key", name.key())
        .param("start", name.start())
        .param("registrable", fresh.registrable())
        .param("id", fresh.id())
        .update();
  }

  private void lookAgain(List<Fresh> fresh) {
    Set<String> keys =
        fresh.stream()
            .map(one -> one.called().key())
            .filter(key -> !key.isEmpty())
            .collect(Collectors.toSet());
    if (!keys.isEmpty()) {
      db.sql(
              """
              insert into account_match_due (lead_id)
                select c.lead_id from lead_company c join lead l on l.id = c.lead_id
                where c.name_key in (:keys) and l.account_id is null and not l.account_decided
              """)
          .param("keys", keys)
          .update();
    }
  }

  private void compare(List<Fresh> fresh, Instant now) {
    Map<String, List<Candidate>> registered =
        candidates.registeredAs(fresh.stream().map(Fresh::registrable).collect(Collectors.toSet()));
    Map<String, List<Candidate>> near =
        candidates.startingWith(
            fresh.stream().map(one -> one.called().start()).collect(Collectors.toSet()));
    Set<String> ids = fresh.stream().map(Fresh::id).collect(Collectors.toSet());
    // many may begin alike: each name is read once, not once for each pair
    Map<String, CompanyName> names = new HashMap<>();
    near.values().stream()
        .flatMap(List::stream)
        .forEach(other -> names.put(other.id(), other.called()));
    for (Fresh one : fresh) {
      CompanyName name = one.called();
      String registrable = one.registrable();
      List<Candidate> family = registered.getOrDefault(registrable, List.of());
      family.stream()
          .filter(top -> top.domain().equals(registrable))
          .findFirst()
          .ifPresent(
              top ->
                  family.stream()
                      .filter(part -> !part.id().equals(top.id()))
                      .forEach(part -> parents.match(part.id(), top.id(), now)));
      near.getOrDefault(name.start(), List.of()).stream()
          .filter(other -> !registrable.equals(other.registrable()))
          // of two that are new at once one asks
          .filter(other -> !ids.contains(other.id()) || one.id().compareTo(other.id()) < 0)
          .forEach(
              other -> ask(one, name, other, Objects.requireNonNull(names.get(other.id())), now));
    }
  }

  private void ask(
      Fresh one, CompanyName name, Candidate other, CompanyName otherName, Instant now) {
    NameMatch match = NameMatch.of(name, otherName);
    if (match.confidence() > 0 && label(one.domain()).equals(label(other.domain()))) {
      match = match.and(LABEL, "the same word in both domains");
    }
    if (match.confidence() < Math.max(ASKED, settings.askFrom())) {
      return;
    }
    boolean isPart = name.key().length() >= otherName.key().length();
    if (isPart) {
      questions.askOfAccount(one.id(), other.id(), match, now);
    } else {
      questions.askOfAccount(other.id(), one.id(), match, now);
    }
  }

  /** Of {@code www.acme.co.uk} it is {@code acme}. */
  private static String label(String domain) {
    String registered = DomainNames.registrable(domain).orElse(domain);
    return registered.substring(0, registered.indexOf('.'));
  }
}
