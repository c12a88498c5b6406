package dev.baton.insight.sla;

import dev.baton.insight.rollup.InstantRange;
import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Running clocks: what waits for an answer now. The roll-up counts only what has stopped. */
@Component
public class RunningClocks {
  /** A clock without a warning of its own is at risk this long before it is due. */
  private static final Duration WARNING = Duration.ofHours(4);

  private final JdbcClient db;

  RunningClocks(JdbcClient db) {
    this.db = db;
  }

  /** How many answers of people are late and still missing. */
  public long overdue(Instant now) {
    return db.sql(
            """
            select count(*) as overdue from sla_entry
            where running = true and clock <> 'route' and due_at < :now
            """)
        .param("now", Sql.timestamp(now))
        .query(Long.class)
        .single();
  }

  /** How many answers of people have begun to warn and may still be met. */
  public long warned(Instant now) {
    return db.sql(
            """
            select count(*) as warned from sla_entry
            where running = true and clock <> 'route' and due_at >= :now and missed_at is null
              and (warn_at <= :now or (warn_at is null and due_at <= :soon))
            """)
        .param("now", Sql.timestamp(now))
        .param("soon", Sql.timestamp(now.plus(WARNING)))
        .query(Long.class)
        .single();
  }

  /** What waits for an answer now, by clock. */
  List<Waiting> waiting(Instant now) {
    return db.sql(
            """
            select clock, count(*) as open,
              count(*) filter (where due_at < :now) as overdue,
              percentile_cont(0.5) within group (order by
                cast(extract(epoch from (cast(:now as timestamp with time zone) - started_at))
                  as double precision) / 3600) as hours
            from sla_entry where running = true
            group by clock
            """)
        .param("now", Sql.timestamp(now))
        .query(RecordRows.of(Waiting.class))
        .list();
  }

  /**
   * What waits at one clock.
   *
   * @param open overdue ones among them
   * @param hours the median of what has passed since the clock's start
   */
  record Waiting(String clock, long open, long overdue, @Nullable Double hours) {}

  /**
   * The next answers of people about to be missed.
   *
   * @param owner only this person's; null for everybody's
   */
  public List<AtRiskDeadline> atRisk(@Nullable String owner, InstantRange range, Instant now) {
    return db.sql(
            """
            select handoff_id, lead_id, owner, clock, due_at from sla_entry
            where running = true and clock <> 'route' and due_at >= :from and due_at < :to
              and due_at >= :now and missed_at is null
              and (warn_at <= :now or (warn_at is null and due_at <= :soon))
              and (cast(:owner as varchar) is null or owner = :owner)
            order by due_at, deadline_id
            fetch first 100 rows only
            """)
        .param("now", Sql.timestamp(now))
        .param("soon", Sql.timestamp(now.plus(WARNING)))
        .param("from", range.start())
        .param("to", range.end())
        .param("owner", owner)
        .query(RecordRows.of(AtRiskDeadline.class))
        .list();
  }
}
