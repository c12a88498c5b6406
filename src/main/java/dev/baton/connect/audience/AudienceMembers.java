package dev.baton.connect.audience;

import dev.baton.privacy.PersonErased;
import dev.baton.sql.RecordRows;
import dev.baton.sql.RowInsert;
import dev.baton.sql.Sql;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of who is in an audience, is to be, or is to go. */
@Component
class AudienceMembers {
  static final String WAITING = "waiting";
  static final String MEMBER = "member";
  static final String LEAVING = "leaving";

  private final JdbcClient db;
  private final Clock clock;

  AudienceMembers(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * A lead of an audience.
   *
   * @param identity what the other system knows it by, once it was told
   */
  record AudienceMember(String leadId, String state, @Nullable String identity) {}

  /** How many are there, are to be and are to go. */
  record Counts(int members, int waiting, int leaving) {
    int size() {
      return members + waiting;
    }
  }

  Map<String, AudienceMember> of(String audience, Collection<String> leadIds) {
    return db
        .sql(
            """
            select lead_id, state, identity from audience_member
            where audience = :audience and lead_id in (:leads)
            """)
        .param("audience", audience)
        .param("leads", leadIds)
        .query(RecordRows.of(AudienceMember.class))
        .list()
        .stream()
        .collect(Collectors.toMap(AudienceMember::leadId, member -> member));
  }

  List<AudienceMember> some(String audience, String state, String after, int most) {
    return db.sql(
            """
            select lead_id, state, identity from audience_member
            where audience = :audience and state = :state and lead_id > :after
            order by lead_id fetch first :most rows only
            """)
        .param("audience", audience)
        .param("state", state)
        .param("after", after)
        .param("most", most)
        .query(RecordRows.of(AudienceMember.class))
        .list();
  }

  Counts counts(String audience) {
    return db.sql(
            """
            select count(case when state = 'member' then 1 end) as members,
              count(case when state = 'waiting' then 1 end) as waiting,
              count(case when state = 'leaving' then 1 end) as leaving
            from audience_member where audience = :audience
            """)
        .param("audience", audience)
        .query(RecordRows.of(Counts.class))
        .single();
  }

  void add(String audience, Collection<String> leadIds) {
    RowInsert rows = new RowInsert("audience_member", "audience", "lead_id", "state", "changed_at");
    Instant now = clock.instant();
    leadIds.forEach(lead -> rows.row(audience, lead, WAITING, Sql.timestamp(now)));
    rows.run(db);
  }

  /** Who was never told of is simply none; of whom a call got lost is there, perhaps. */
  void leave(String audience, Collection<String> leadIds) {
    if (leadIds.isEmpty()) {
      return;
    }
    db.sql(
            """
            delete from audience_member
            where audience = :audience and lead_id in (:leads) and identity is null
            """)
        .param("audience", audience)
        .param("leads", leadIds)
        .update();
    move(audience, leadIds, LEAVING);
  }

  /** Who was to go is to stay. */
  void stay(String audience, Collection<String> leadIds) {
    if (!leadIds.isEmpty()) {
      move(audience, leadIds, MEMBER);
    }
  }

  private void move(String audience, Collection<String> leadIds, String state) {
    db.sql(
            """
            update audience_member set state = :state, changed_at = :now
            where audience = :audience and lead_id in (:leads)
            """)
        .param("state", state)
        .param("now", Sql.timestamp(clock.instant()))
        .param("audience", audience)
        .param("leads", leadIds)
        .update();
  }

  /** They are about to be told of, known so there. */
  void name(String audience, Map<String, String> identities) {
    identities.forEach(
        (lead, identity) ->
            db.sql(
                    """
                    update audience_member set identity = :identity
                    where audience = :audience and lead_id = :lead
                    """)
                .param("identity", identity)
                .param("audience", audience)
                .param("lead", lead)
                .update());
  }

  /** They are there, unless they are to go by now. */
  void joined(String audience, Collection<String> leadIds) {
    db.sql(
            """
            update audience_member set state = 'member', changed_at = :now
            where audience = :audience and lead_id in (:leads) and state = 'waiting'
            """)
        .param("now", Sql.timestamp(clock.instant()))
        .param("audience", audience)
        .param("leads", leadIds)
        .update();
  }

  /** They are gone there, unless they are wanted again. */
  void gone(String audience, Collection<String> leadIds) {
    db.sql(
            """
            delete from audience_member
            where audience = :audience and lead_id in (:leads) and state = 'leaving'
            """)
        .param("audience", audience)
        .param("leads", leadIds)
        .update();
  }

  /** What the other system knows a person by goes when that person was taken out there. */
  @EventListener
  void on(PersonErased erased) {
    db.sql("delete from audience_member where lead_id in (:leads) and identity is null")
        .param("leads", erased.leadIds())
        .update();
    db.sql("update audience_member set state = 'leaving' where lead_id in (:leads)")
        .param("leads", erased.leadIds())
        .update();
  }
}
