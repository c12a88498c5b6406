package dev.baton.know.scorecard;

import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Handoffs whose outcome is known, oldest MQL first; reads only. */
@Component
class PastCases {
  private final JdbcClient db;

  PastCases(JdbcClient db) {
    this.db = db;
  }

  /**
   * A handoff as the funnel has it.
   *
   * @param on when it became an SQL, or null
   * @param ended whether it got a no
   */
  private record Row(PastCase of, @Nullable Instant on, boolean ended) {}

  /** Those that are open and younger than twice the median time to SQL have none (rule R22). */
  List<PastCase> settled(Instant now) {
    List<Row> rows =
        db.sql(
                """
                select e.unit_id, e.lead_id, e.cohort_at, e.import_id,
                  coalesce((select max(s.recorded_for) from stage_entry s
                    where s.lead_id = e.lead_id and s.stage = 'MQL' and s.entered_at = e.cohort_at),
                    e.lead_id) as recorded_for,
                  (select min(x.entered_at) from funnel_entry x where x.unit_id = e.unit_id
                    and x.stage in ('SQL', 'OPPORTUNITY', 'CUSTOMER')) as went_on,
                  (select count(*) from funnel_entry x where x.unit_id = e.unit_id
                    and x.stage in ('LOST', 'REJECTED')) as ends
                from funnel_entry e where e.stage = 'MQL'
                order by e.cohort_at, e.unit_id
                """)
            .query(PastCases::read)
            .list();
    Instant settled = now.minus(median(rows).multipliedBy(2));
    return rows.stream()
        .filter(row -> row.on() != null || row.ended() || row.of().at().isBefore(settled))
        .map(Row::of)
        .toList();
  }

  private static Row read(ResultSet row, int number) throws SQLException {
    Instant on = Sql.instantOrNull(row, "went_on");
    PastCase of =
        new PastCase(
            row.getString("unit_id"),
            row.getString("lead_id"),
            row.getString("recorded_for"),
            Sql.instant(row, "cohort_at"),
            row.getString("import_id") != null,
            on != null);
    return new Row(of, on, row.getLong("ends") > 0);
  }

  private static Duration median(List<Row> rows) {
    List<Duration> times =
        rows.stream()
            .flatMap(
                row ->
                    Optional.ofNullable(row.on()).stream()
                        .map(on -> Duration.between(row.of().at(), on)))
            .sorted(Comparator.naturalOrder())
            .toList();
    return times.isEmpty() ? Duration.ofDays(30) : times.get(times.size() / 2);
  }
}
