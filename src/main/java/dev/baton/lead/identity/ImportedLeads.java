package dev.baton.lead.identity;

import dev.baton.lead.Accounts;
import dev.baton.lead.Lead;
import dev.baton.lead.LeadBatch;
import dev.baton.lead.Leads;
import dev.baton.lead.LeadsRemoved;
import dev.baton.lead.ProfileUpdate;
import dev.baton.lead.ProfileValues;
import dev.baton.lead.Spellings;
import dev.baton.sql.RowInsert;
import dev.baton.sql.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Leads that a file brings: made, or completed with what it says, and nothing starts because of it;
 * what came of an import stands in {@code imported_lead}, so that it can be taken back.
 */
@Component
public class ImportedLeads {
  private static final String MADE = "lead";
  private static final String EMAIL = "email";
  private static final String EXTERNAL_ID = "external_id";

  private final JdbcClient db;
  private final LeadIdentities identities;
  private final Leads leads;
  private final ProfileValues profiles;
  private final Accounts accounts;
  private final Spellings spellings;
  private final ApplicationEventPublisher facts;

  ImportedLeads(
      JdbcClient db,
      LeadIdentities identities,
      Leads leads,
      ProfileValues profiles,
      Accounts accounts,
      Spellings spellings,
      ApplicationEventPublisher facts) {
    this.db = db;
    this.identities = identities;
    this.leads = leads;
    this.profiles = profiles;
    this.accounts = accounts;
    this.spellings = spellings;
    this.facts = facts;
  }

  /** One lead as a file tells it. */
  public record Told(ContactMention mention, Map<String, String> profile) {}

  /**
   * What became of it.
   *
   * @param conflicts sentences about identifiers that point to somebody else
   */
  public record Learned(String leadId, boolean isNew, List<String> conflicts) {}

  /** With source and campaign as they are written here; before any transaction. */
  public Told spelled(Told told) {
    ContactMention said = told.mention();
    return new Told(
        new ContactMention(
            said.details(),
            spellings.source(said.source()),
            spellings.campaign(said.campaign()),
            said.channel(),
            said.since()),
        told.profile());
  }

  /** Makes and completes leads, in the order of the file; within a transaction. */
  public List<Learned> learn(String importId, List<Told> rows, Instant at) {
    KnownContacts known = identities.meet(rows.stream().map(Told::mention).toList(), at);
    List<Lead> before = new ArrayList<>();
    List<IdentifiedLead> identified = new ArrayList<>();
    for (Told row : rows) {
      before.add(known.find(row.mention().details()).orElseThrow());
      identified.add(identities.identify(known, row.mention().details(), at));
    }
    List<String> ids = identified.stream().map(one -> one.lead().id()).toList();
    Set<String> made = known.takeNew(ids);
    leads.learn(new LeadBatch(ids, made, at), profiles(importId, rows, ids, at));
    accounts.join(members(rows, identified), at);
    note(importId, before, identified, made);
    Set<String> first = new TreeSet<>(made);
    return identified.stream()
        .map(one -> new Learned(one.lead().id(), first.remove(one.lead().id()), one.conflicts()))
        .toList();
  }

  /** What an import tells of a profile is known by this name. */
  private static String signalId(String importId) {
    return "import:" + importId;
  }

  /** The stated instant stands as the recording instant (rule R26). */
  private static List<ProfileUpdate> profiles(
      String importId, List<Told> rows, List<String> ids, Instant at) {
    List<ProfileUpdate> updates = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      Instant since = rows.get(row).mention().since();
      Instant known = since == null ? at : since;
      updates.add(
          new ProfileUpdate(
              ids.get(row), signalId(importId), rows.get(row).profile(), known, known));
    }
    return updates;
  }

  private static List<Accounts.Member> members(List<Told> rows, List<IdentifiedLead> identified) {
    List<Accounts.Member> members = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      Map<String, String> profile = rows.get(row).profile();
      members.add(
          new Accounts.Member(
              identified.get(row).lead(), profile.get("domain"), profile.get("company")));
    }
    return members;
  }

  private void note(
      String importId, List<Lead> before, List<IdentifiedLead> identified, Set<String> made) {
    RowInsert rows = new RowInsert("imported_lead", "import_id", "lead_id", "added");
    for (int row = 0; row < before.size(); row++) {
      Lead lead = identified.get(row).lead();
      if (made.contains(lead.id())) {
        rows.row(importId, lead.id(), MADE);
        continue;
      }
      if (before.get(row).email() == null && lead.email() != null) {
        rows.row(importId, lead.id(), EMAIL);
      }
      if (before.get(row).externalId() == null && lead.externalId() != null) {
        rows.row(importId, lead.id(), EXTERNAL_ID);
      }
    }
    rows.run(db);
  }

  /**
   * Takes back what an import said of leads; those that it made go with it. Within a transaction.
   *
   * @return those that it made, and that stay because something else is known of them by now
   * @throws DataIntegrityViolationException where something else was recorded of one of them
   */
  public List<String> remove(String importId, Collection<String> leadIds) {
    Map<String, Set<String>> added = added(importId, leadIds);
    Set<String> made = new TreeSet<>();
    added.forEach((lead, what) -> addIf(what.contains(MADE), made, lead));
    List<String> stay = made.isEmpty() ? List.of() : profiles.toldBeside(made, signalId(importId));
    made.removeAll(stay);
    unlearn(importId, leadIds, added);
    removeAll(made);
    return stay;
  }

  private static void addIf(boolean really, Set<String> to, String id) {
    if (really) {
      to.add(id);
    }
  }

  /** What signals that are taken back said of leads goes. */
  public void unlearnSignals(Collection<String> leadIds, Collection<String> signalIds) {
    profiles.unlearn(leadIds, signalIds);
  }

  /** What it said of them goes; they themselves stay. */
  public void unlearn(String importId, Collection<String> leadIds) {
    unlearn(importId, leadIds, added(importId, leadIds));
  }

  private void unlearn(
      String importId, Collection<String> leadIds, Map<String, Set<String>> added) {
    profiles.unlearn(leadIds, List.of(signalId(importId)));
    added.forEach(
        (lead, what) -> {
          if (what.contains(EMAIL) || what.contains(EXTERNAL_ID)) {
            leads.forget(lead);
            db.sql(
                    """
                    update lead set email = case when :email then null else email end,
                      external_id = case when :externalId then null else external_id end
                    where id = :lead
                    """)
                .param("email", what.contains(EMAIL))
                .param("externalId", what.contains(EXTERNAL_ID))
                .param("lead", lead)
                .update();
          }
        });
    db.sql("delete from imported_lead where import_id = :importId and lead_id in (:leadIds)")
        .param("importId", importId)
        .param("leadIds", leadIds)
        .update();
  }

  /**
   * Leads go, with their profile and, if nobody else is there, their company.
   *
   * @throws DataIntegrityViolationException where something is recorded of one of them
   */
  public void removeAll(Collection<String> leadIds) {
    if (leadIds.isEmpty()) {
      return;
    }
    List<String> ids = List.copyOf(leadIds);
    List<String> companies =
        db.sql("select distinct account_id from lead where id in (:ids) and account_id is not null")
            .param("ids", ids)
            .query(String.class)
            .list();
    facts.publishEvent(new LeadsRemoved(ids));
    profiles.remove(ids);
    ids.forEach(leads::forget);
    db.sql("delete from visitor where lead_id in (:ids)").param("ids", ids).update();
    db.sql("delete from lead where id in (:ids)").param("ids", ids).update();
    if (!companies.isEmpty()) {
      db.sql(
              """
              delete from account where id in (:companies) and owner is null
                and not exists (select 1 from lead where lead.account_id = account.id)
              """)
          .param("companies", companies)
          .update();
    }
  }

  private Map<String, Set<String>> added(String importId, Collection<String> leadIds) {
    Map<String, Set<String>> added = new HashMap<>();
    Sql.byIds(
            leadIds,
            some ->
                db.sql(
                        """
                        select lead_id, added from imported_lead
                        where import_id = :importId and lead_id in (:some)
                        """)
                    .param("importId", importId)
                    .param("some", some)
                    .query((rs, row) -> Map.entry(rs.getString("lead_id"), rs.getString("added")))
                    .list())
        .forEach(
            one ->
                added.computeIfAbsent(one.getKey(), none -> new TreeSet<>()).add(one.getValue()));
    return added;
  }
}
