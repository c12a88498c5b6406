package dev.baton.web.late;

import dev.baton.handoff.record.HandoffPermissions;
import dev.baton.people.Person;
import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The answers that people owe, whoever they are; the assignment's clock is nobody's. Reads only.
 */
@Component
class OwedAnswers {
  /** As many as can be given to somebody at once. */
  static final int MOST = 200;

  /** A clock without a warning of its own is at risk this long before it is due. */
  private static final Duration WARNING = Duration.ofHours(4);

  private final JdbcClient db;

  OwedAnswers(JdbcClient db) {
    this.db = db;
  }

  /**
   * The longest overdue first; a rep reads their own and their team's.
   *
   * @param owner all that this person owes; null: what is overdue, whoever owes it
   */
  List<OwedAnswer> seenBy(Person reader, @Nullable String owner, Instant now) {
    return db.sql(
            """
            select d.handoff_id, h.lead_id, d.clock, d.started_at, d.due_at, d.owner,
              exists (select 1 from pause p where p.deadline_id = d.id) as paused,
              exists (select 1 from opened_handoff o
                where o.handoff_id = d.handoff_id and o.person = d.owner) as opened
            from deadline d join handoff h on h.id = d.handoff_id
            where d.is_running = true and h.is_open = true and d.clock <> 'route'
              and (d.owner = cast(:owner as varchar)
                or (cast(:owner as varchar) is null and d.due_at < :now))
              and %s
            order by d.due_at, d.id fetch first :most rows only
            """
                .formatted(HandoffPermissions.VISIBLE))
        .param("owner", owner)
        .param("now", Sql.timestamp(now))
        .params(HandoffPermissions.params(reader))
        .param("most", MOST)
        .query(RecordRows.of(OwedAnswer.class))
        .list();
  }

  /**
   * What one person owes.
   *
   * @param atRisk not late yet, but warned of
   * @param oldest when the first of it was due, or is
   */
  record Owed(String owner, long late, long atRisk, long all, Instant oldest) {}

  /** By person. */
  Map<String, Owed> byOwner(Instant now) {
    return db
        .sql(
            """
            select d.owner,
              count(case when d.due_at < :now then 1 end) as late,
              count(case when d.due_at >= :now and (d.warn_at <= :now
                or (d.warn_at is null and d.due_at <= :soon)) then 1 end) as at_risk,
              count(*) as "all", min(d.due_at) as oldest
            from deadline d join handoff h on h.id = d.handoff_id
            where d.is_running = true and h.is_open = true and d.clock <> 'route'
              and d.owner is not null
            group by d.owner
            """)
        .param("now", Sql.timestamp(now))
        .param("soon", Sql.timestamp(now.plus(WARNING)))
        .query(RecordRows.of(Owed.class))
        .list()
        .stream()
        .collect(Collectors.toMap(Owed::owner, Function.identity()));
  }
}
