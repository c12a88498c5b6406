package dev.baton.lead;

import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Two records that are one person become one: the identifiers, the dated profile and with it the
 * consent come along; where one of the two has withdrawn it, that stays so.
 */
@Component
public class LeadRecordMerge {
  private static final List<String> CONSENTS =
      List.of("consent.email", "consent.phone", "consent.whatsapp");

  private final JdbcClient db;
  private final Leads leads;
  private final LeadIdentifiers identifiers;
  private final ProfileValues profiles;
  private final Visitors visitors;
  private final ApplicationEventPublisher facts;

  LeadRecordMerge(
      JdbcClient db,
      Leads leads,
      LeadIdentifiers identifiers,
      ProfileValues profiles,
      Visitors visitors,
      ApplicationEventPublisher facts) {
    this.db = db;
    this.leads = leads;
    this.identifiers = identifiers;
    this.profiles = profiles;
    this.visitors = visitors;
    this.facts = facts;
  }

  /** One merge, as the surviving lead's story tells it. */
  public record Merge(String leadId, @Nullable String email, String by, Instant at) {}

  /** The lead that an id stands for now: itself, or the one that it was merged into, or nobody. */
  public Optional<String> survivor(String id) {
    return db.sql("select coalesce(merged_into, id) from lead where id = :id and erased_at is null")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  /** What was merged into a lead, the earliest first. */
  public List<Merge> into(String leadId) {
    return db.sql(
            """
            select m.from_id as lead_id, l.email, m.merged_by as by, m.merged_at as at
            from lead_merge m join lead l on l.id = m.from_id
            where m.into_id = :leadId order by m.merged_at, m.from_id
            """)
        .param("leadId", leadId)
        .query(RecordRows.of(Merge.class))
        .list();
  }

  /** Merges a lead into an older one; both rows are locked by whoever calls. */
  public void merge(Lead younger, Lead older, String by, Instant at) {
    visitors.moveTo(older.id(), younger.id());
    List<String> withdrawn = withdrawn(younger.id(), older.id(), at);
    profiles.move(younger.id(), older.id(), at);
    withdrawn.forEach(way -> profiles.append(older.id(), new ProfileValue(way, "false", at, at)));
    leads.name(
        older.id(),
        younger.source(),
        younger.campaign(),
        older.channel() == null ? younger.channel() : null);
    if (older.accountId() == null && younger.accountId() != null) {
      leads.joinAccount(older.id(), younger.accountId());
    }
    db.sql(
            """
            update lead set merged_into = :into, joined_into = coalesce(joined_into, :into),
              joined_at = coalesce(joined_at, :at)
            where id = :id or merged_into = :id
            """)
        .param("into", older.id())
        .param("at", Sql.timestamp(at))
        .param("id", younger.id())
        .update();
    lend(younger, older);
    note(younger.id(), older.id(), by, at);
    facts.publishEvent(new LeadsMerged(younger.id(), older.id(), by, at));
  }

  /** What the older one has no value for moves; otherwise both values lead to it. */
  private void lend(Lead younger, Lead older) {
    String email = older.email() == null ? younger.email() : null;
    String externalId = older.externalId() == null ? younger.externalId() : null;
    db.sql(
            """
            update lead set email = case when :email then null else email end,
              external_id = case when :externalId then null else external_id end
            where id = :id
            """)
        .param("email", email != null)
        .param("externalId", externalId != null)
        .param("id", younger.id())
        .update();
    leads.forget(younger.id());
    identifiers.complete(older.id(), email, externalId, older.identified() || younger.identified());
  }

  private void note(String from, String into, String by, Instant at) {
    db.sql(
            """
            insert into lead_merge (from_id, into_id, merged_by, merged_at)
            values (:from, :into, :by, :at)
            """)
        .param("from", from)
        .param("into", into)
        .param("by", by)
        .param("at", Sql.timestamp(at))
        .update();
    db.sql("update lead_merge set into_id = :into where into_id = :from")
        .param("into", into)
        .param("from", from)
        .update();
  }

  /** A later yes under the other name doesn't undo a no: only a yes of the merged person does. */
  private List<String> withdrawn(String younger, String older, Instant at) {
    Profile one = Profile.of(profiles.of(younger), at);
    Profile other = Profile.of(profiles.of(older), at);
    return CONSENTS.stream().filter(way -> isNo(one, way) || isNo(other, way)).toList();
  }

  private static boolean isNo(Profile profile, String way) {
    return profile.get(way).filter("false"::equals).isPresent();
  }
}
