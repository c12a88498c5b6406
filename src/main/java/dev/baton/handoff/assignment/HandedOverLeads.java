package dev.baton.handoff.assignment;

import dev.baton.handoff.assignment.HandedOverLead.News;
import dev.baton.people.Absence;
import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of the leads that were open when their owner's absence began. */
@Component
class HandedOverLeads {
  /** What waits for no more than its own process is no news. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final String ROWS =
      """
      select l.id, l.absence_id, l.handoff_id, l.person, l.stand_in, l.holder, l.given_at,
        case when a.id is null or a.to_at <= :now then true else false end as over
      from handed_over_lead l left join absence a on a.id = l.absence_id
      """;

  private final JdbcClient db;

  HandedOverLeads(JdbcClient db) {
    this.db = db;
  }

  /** What somebody has open when an absence begins is to be handed over, nothing later. */
  void begin(Absence absence, @Nullable String standIn, Instant now) {
    db.sql(
            """
            insert into handed_over_lead
              (absence_id, handoff_id, person, stand_in, begun_at, is_open, untold)
            select cast(:absence as varchar(36)), h.id, h.owner, cast(:standIn as varchar(64)),
              cast(:now as timestamp with time zone), true, 'WAITS'
            from handoff h
            where h.owner = :person and h.is_open = true and h.state <> 'CLOSED'
            order by h.mql_at, h.id
            """)
        .param("absence", absence.id())
        .param("standIn", standIn)
        .param("now", Sql.timestamp(now))
        .param("person", absence.person())
        .update();
  }

  /** Those of which something is still to come, in the order in which they were handed over. */
  List<HandedOverLead> open(Instant now) {
    return db.sql(ROWS + "where l.is_open = true order by l.id")
        .param("now", Sql.timestamp(now))
        .query(RecordRows.of(HandedOverLead.class))
        .list();
  }

  /** As it stands, for who holds its handoff's lock; empty when all is done. */
  Optional<HandedOverLead> open(long id, Instant now) {
    return db.sql(ROWS + "where l.is_open = true and l.id = :id")
        .param("now", Sql.timestamp(now))
        .param("id", id)
        .query(RecordRows.of(HandedOverLead.class))
        .optional();
  }

  void give(HandedOverLead lead, String holder, Instant at) {
    db.sql(
            """
            update handed_over_lead set holder = :holder, given_at = :at, untold = 'GIVEN'
            where id = :id
            """)
        .param("holder", holder)
        .param("at", Sql.timestamp(at))
        .param("id", lead.id())
        .update();
  }

  /**
   * It is decided.
   *
   * @param holder who had it last
   * @param news null: nothing is to be told
   */
  void end(HandedOverLead lead, @Nullable String holder, @Nullable News news, Instant at) {
    db.sql(
            """
            update handed_over_lead set is_open = null, ended_at = :at, holder = :holder,
              untold = :news
            where id = :id
            """)
        .param("at", Sql.timestamp(at))
        .param("holder", holder)
        .param("news", news == null ? null : news.name())
        .param("id", lead.id())
        .update();
  }

  /** Who had it of somebody who had it of its owner has nothing to get back. */
  void endLater(HandedOverLead lead, Instant at) {
    db.sql(
            """
            update handed_over_lead set is_open = null, ended_at = :at, untold = null
            where handoff_id = :handoff and id > :id and is_open = true
            """)
        .param("at", Sql.timestamp(at))
        .param("handoff", lead.handoffId())
        .param("id", lead.id())
        .update();
  }

  /** What is to be told of one. */
  record Untold(
      long id,
      String absenceId,
      String handoffId,
      String person,
      @Nullable String holder,
      String untold) {}

  /** What is still to be told, for this transaction alone; it tells all of it. */
  List<Untold> takeUntold(Instant now) {
    List<Untold> untold =
        db.sql(
                """
                select id, absence_id, handoff_id, person, holder, untold from handed_over_lead
                where untold is not null and (untold <> 'WAITS' or begun_at <= :patient)
                order by id for update
                """)
            .param("patient", Sql.timestamp(now.minus(PATIENCE)))
            .query(RecordRows.of(Untold.class))
            .list();
    if (!untold.isEmpty()) {
      db.sql("update handed_over_lead set untold = null where id in (:ids)")
          .param("ids", untold.stream().map(Untold::id).toList())
          .update();
    }
    return untold;
  }
}
