package dev.baton.insight.sla;

import dev.baton.insight.rollup.FigureViewer;
import dev.baton.insight.rollup.Fractions;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.sql.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * First touches that were due: how many leads somebody tried to reach, and how many were reached
 * (rule R19). An attempt meets the clock or doesn't, as a table says; both are shown.
 */
@Component
public class FirstTouches {
  private static final String HOURS =
      "cast(extract(epoch from (%s - started_at)) as double precision) / 3600";

  /**
   * Of the round: what came after it was given to somebody else is theirs. A touch is of one round,
   * the last of those that were due which had begun by then.
   */
  private static final String FIRST =
      """
      select min(t.recorded_at) from touch t where t.handoff_id = e.handoff_id
        and t.recorded_at >= e.started_at
        and (e.voided_at is null or t.recorded_at <= e.voided_at)
        and not exists (select 1 from sla_entry n where n.handoff_id = e.handoff_id
          and n.clock = e.clock and n.deadline_id > e.deadline_id
          and n.started_at <= t.recorded_at and n.due_at <= :now and n.voided_at is null)
      """;

  private final JdbcClient db;
  private final Clock clock;

  FirstTouches(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** By their due instant, up to now; by person, a rep sees their own row. */
  public FirstTouchReport report(SlaDimension by, InstantRange range, FigureViewer viewer) {
    List<FirstTouchRow> all = rows(by, range);
    return new FirstTouchReport(
        all.stream()
            .filter(row -> row.key() != null)
            .filter(row -> !by.personal() || viewer.maySee(Objects.requireNonNull(row.key())))
            .toList(),
        all.stream()
            .filter(row -> row.key() == null)
            .findFirst()
            .orElse(new FirstTouchRow(null, 0, 0, 0, null, null)));
  }

  /** The total has no key. */
  private List<FirstTouchRow> rows(SlaDimension by, InstantRange range) {
    return db.sql(
            """
            select case when g.total then null else row_key end as row_key, count(*) as due,
              count(attempt_at) as attempted, count(contact_at) as contacted,
              percentile_cont(0.5) within group (order by %s) as attempt_hours,
              percentile_cont(0.5) within group (order by %s) as contact_hours
            from (
              select coalesce(e.%s, '(none)') as row_key, e.started_at,
                (%s and t.counts_as in ('attempt', 'contact')) as attempt_at,
                (%s and t.counts_as = 'contact') as contact_at
              from sla_entry e
              where clock = 'first_touch' and due_at >= :from and due_at < :to
                and due_at <= :now and (%s or %s)
            ) d cross join (values (true), (false)) as g (total)
            group by case when g.total then null else row_key end
            order by 1
            """
                .formatted(
                    HOURS.formatted("attempt_at"),
                    HOURS.formatted("contact_at"),
                    by.column(),
                    FIRST,
                    FIRST,
                    SlaMeasure.MET.measure().when(),
                    SlaMeasure.MISSED.measure().when()))
        .param("from", range.start())
        .param("to", range.end())
        .param("now", Sql.timestamp(clock.instant()))
        .query(FirstTouches::row)
        .list();
  }

  private static FirstTouchRow row(ResultSet row, int number) throws SQLException {
    return new FirstTouchRow(
        row.getString("row_key"),
        row.getLong("due"),
        row.getLong("attempted"),
        row.getLong("contacted"),
        hours(row.getBigDecimal("attempt_hours")),
        hours(row.getBigDecimal("contact_hours")));
  }

  private static @Nullable Double hours(@Nullable BigDecimal hours) {
    return hours == null ? null : Fractions.hours(hours.doubleValue());
  }
}
