package dev.baton.insight.attempt;

import dev.baton.handoff.answer.Touches;
import dev.baton.insight.rollup.FigureViewer;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Attempts to reach the leads that sales accepted, and leakage: open leads that nobody has tried
 * within a day, or whose next attempt is overdue.
 */
@Component
public class AttemptFigures {
  /** Who has just been accepted isn't left yet. */
  private static final Duration LONGEST_UNTRIED = Duration.ofDays(1);

  private final JdbcClient db;
  private final Clock clock;

  AttemptFigures(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** By the instant of the MQL; a rep reads about their own leads only. */
  public AttemptReport report(AttemptDimension by, InstantRange range, FigureViewer viewer) {
    List<AttemptRow> all = rows(by, range, viewer);
    return new AttemptReport(
        all.stream().filter(row -> row.key() != null).toList(),
        all.stream()
            .filter(row -> row.key() == null)
            .findFirst()
            .orElse(new AttemptRow(null, 0, 0, 0, 0, 0, 0)));
  }

  /** The total has no key. What was rejected at its review was nobody's to call. */
  private List<AttemptRow> rows(AttemptDimension by, InstantRange range, FigureViewer viewer) {
    return db.sql(
            """
            select case when g.total then null else row_key end as row_key, count(*) as leads,
              count(case when tries > 0 then 1 end) as tried,
              count(case when contacts > 0 then 1 end) as reached,
              coalesce(sum(tries), 0) as attempts,
              count(case when open_now and tries = 0 and mql_at < :yesterday then 1 end) as untried,
              count(case when open_now and next_at < :now then 1 end) as overdue
            from (
              select coalesce(h.%s, '(none)') as row_key, h.state <> 'CLOSED' as open_now, h.mql_at,
                (select count(*) from touch t where t.handoff_id = h.id) as tries,
                (select count(*) from touch t
                  where t.handoff_id = h.id and t.counts_as = 'contact') as contacts,
                (select t.next_at from touch t where t.id =
                  (select max(l.id) from touch l where l.handoff_id = h.id) and %s) as next_at
              from handoff h
              where h.mql_at >= :from and h.mql_at < :to and h.state <> 'REVIEW'
                and coalesce(h.result, '') not in ('rejected', 'merged', 'erased')
                and (:everybody or h.owner = :viewer)
            ) d cross join (values (true), (false)) as g (total)
            group by case when g.total then null else row_key end
            order by 1
            """
                .formatted(by.column(), Touches.STILL_PLANNED))
        .param("from", range.start())
        .param("to", range.end())
        .param("now", Sql.timestamp(clock.instant()))
        .param("yesterday", Sql.timestamp(clock.instant().minus(LONGEST_UNTRIED)))
        .param("everybody", viewer.seesEverybody())
        .param("viewer", viewer.name())
        .query(AttemptFigures::row)
        .list();
  }

  private static AttemptRow row(ResultSet row, int number) throws SQLException {
    return new AttemptRow(
        row.getString("row_key"),
        row.getLong("leads"),
        row.getLong("tried"),
        row.getLong("reached"),
        row.getLong("attempts"),
        row.getLong("untried"),
        row.getLong("overdue"));
  }
}
