package dev.baton.insight;

import dev.baton.handoff.Deadline;
import dev.baton.handoff.DeadlineChanged;
import dev.baton.lead.LeadsMerged;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Every deadline as its last change left it, heard in the transaction that states it. */
@Component
class SlaEntries {
  /** A clock without a warning of its own is at risk this long before it is due. */
  private static final Duration WARNING = Duration.ofHours(4);

  /** An answer is late, or missing, from the due instant on, whatever any timer did (rule R7). */
  private static final String VERDICT =
      """
      case when met_at is not null then 'met'
        when missed_at is not null then 'missed'
        when voided_at <= due_at then 'void'
        when due_at < :now then 'missed'
        else 'open' end
      """;

  private final JdbcClient db;

  SlaEntries(JdbcClient db) {
    this.db = db;
  }

  /** The room that states it holds the deadline's row, so update and insert don't race. */
  @EventListener
  void on(LeadsMerged fact) {
    db.sql("update sla_entry set lead_id = :into where lead_id = :from")
        .param("into", fact.into())
        .param("from", fact.leadId())
        .update();
  }

  @EventListener
  void on(DeadlineChanged fact) {
    int known =
        bind(
                """
                update sla_entry set owner = :owner, team = :team, started_at = :startedAt,
                  warn_at = :warnAt, due_at = :dueAt, met_at = :metAt, missed_at = :missedAt,
                  ended_at = :endedAt, voided_at = :voidedAt
                where deadline_id = :id
                """,
                fact)
            .update();
    if (known == 0) {
      bind(
              """
              insert into sla_entry (deadline_id, handoff_id, lead_id, clock, owner, team,
                started_at, warn_at, due_at, met_at, missed_at, ended_at, voided_at)
              values (:id, :handoff, :lead, :clock, :owner, :team,
                :startedAt, :warnAt, :dueAt, :metAt, :missedAt, :endedAt, :voidedAt)
              """,
              fact)
          .update();
    }
  }

  private StatementSpec bind(String sql, DeadlineChanged fact) {
    Deadline deadline = fact.deadline();
    return db.sql(sql)
        .param("id", deadline.id())
        .param("handoff", deadline.handoffId())
        .param("lead", fact.leadId())
        .param("clock", deadline.clock())
        .param("owner", deadline.owner())
        .param("team", fact.team())
        .param("startedAt", timestamp(deadline.startedAt()))
        .param("warnAt", timestamp(deadline.warnAt()))
        .param("dueAt", timestamp(deadline.dueAt()))
        .param("metAt", timestamp(deadline.metAt()))
        .param("missedAt", timestamp(deadline.missedAt()))
        .param("endedAt", timestamp(deadline.endedAt()))
        .param("voidedAt", timestamp(deadline.voidedAt()));
  }

  private static Timestamp timestamp(Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  /** Verdicts per key and clock and, without either, over all. */
  List<SlaCounts> counts(SlaDimension by, Range range, Instant now) {
    return db.sql(
            """
            select case when g.total then null else d.of_key end as dimension,
              case when g.total then null else d.clock end as watch,
              count(*) filter (where verdict = 'met') as met,
              count(*) filter (where verdict = 'missed') as missed,
              count(*) filter (where verdict = 'open') as open,
              count(*) filter (where verdict = 'void') as voided,
              percentile_cont(0.5) within group (order by hours) as p50_hours,
              percentile_cont(0.95) within group (order by hours) as p95_hours
            from (
              select coalesce(%s, '(none)') as of_key, clock, %s as verdict,
                cast(extract(epoch from (coalesce(met_at, ended_at) - started_at))
                  as double precision) / 3600 as hours
              from sla_entry e where due_at >= :from and due_at < :to
            ) d cross join (values (true), (false)) as g (total)
            group by dimension, watch
            """
                .formatted(by.expression(), VERDICT))
        .param("now", Timestamp.from(now))
        .param("from", range.start())
        .param("to", range.end())
        .query(SlaCounts.class)
        .list();
  }

  /** How many answers are late and still owed. */
  long overdue(Instant now) {
    return db.sql(
            """
            select count(*) as overdue from sla_entry
            where due_at < :now and met_at is null and ended_at is null and voided_at is null
            """)
        .param("now", Timestamp.from(now))
        .query(Long.class)
        .single();
  }

  /** How many deadlines have begun to warn and may still be met. */
  long warned(Instant now) {
    return db.sql(
            """
            select count(*) as warned from sla_entry
            where due_at >= :now and (warn_at <= :now or (warn_at is null and due_at <= :soon))
              and met_at is null and missed_at is null and voided_at is null
            """)
        .param("now", Timestamp.from(now))
        .param("soon", Timestamp.from(now.plus(WARNING)))
        .query(Long.class)
        .single();
  }

  /** What waits for an answer now, by clock. */
  List<Waiting> waiting(Instant now) {
    return db.sql(
            """
            select clock as watch, count(*) as open,
              count(*) filter (where due_at < :now) as overdue,
              percentile_cont(0.5) within group (order by
                cast(extract(epoch from (cast(:now as timestamp with time zone) - started_at))
                  as double precision) / 3600) as hours
            from sla_entry
            where met_at is null and ended_at is null and voided_at is null
            group by clock
            """)
        .param("now", Timestamp.from(now))
        .query(Waiting.class)
        .list();
  }

  /**
   * What waits at one clock.
   *
   * @param open overdue ones among them
   * @param hours the median of what has passed since the clock's start
   */
  record Waiting(String watch, long open, long overdue, Double hours) {}

  /**
   * The next deadlines about to be missed.
   *
   * @param owner only this person's; null for everybody's
   */
  List<AtRisk> atRisk(String owner, Range range, Instant now) {
    return db.sql(
            """
            select handoff_id, lead_id, owner, clock, due_at from sla_entry
            where due_at >= :from and due_at < :to and due_at >= :now
              and met_at is null and missed_at is null and voided_at is null
              and (warn_at <= :now or (warn_at is null and due_at <= :soon))
              and (cast(:owner as varchar) is null or owner = :owner)
            order by due_at, deadline_id
            fetch first 100 rows only
            """)
        .param("now", Timestamp.from(now))
        .param("soon", Timestamp.from(now.plus(WARNING)))
        .param("from", range.start())
        .param("to", range.end())
        .param("owner", owner)
        .query(AtRisk.class)
        .list();
  }
}
