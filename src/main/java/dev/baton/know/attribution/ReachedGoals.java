package dev.baton.know.attribution;

import dev.baton.insight.funnel.FunnelBasis;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The goals of a range, the same ones that the funnel counts; reads only. */
@Component
class ReachedGoals {
  private final JdbcClient db;

  ReachedGoals(JdbcClient db) {
    this.db = db;
  }

  /**
   * Goals by lead and handoff.
   *
   * @param models only those judged by these models; null: all
   */
  List<ReachedGoal> in(InstantRange range, Goal goal, FunnelBasis basis, @Nullable String models) {
    return db.sql(
            """
            select e.unit_id, e.lead_id, e.entered_at, e.import_id, e.models_hash,
              case when o.closed_at is null then o.amount end as pipeline, c.amount as won,
              coalesce(c.currency, o.currency) as currency,
              coalesce((select max(s.recorded_for) from stage_entry s
                where s.lead_id = e.lead_id and s.stage = 'MQL' and s.entered_at = e.cohort_at),
                e.lead_id) as recorded_for
            from funnel_entry e
            left join funnel_entry o on o.unit_id = e.unit_id and o.stage = 'OPPORTUNITY'
            left join funnel_entry c on c.unit_id = e.unit_id and c.stage = 'CUSTOMER'
            where e.stage = :stage and e.%s >= :from and e.%s < :to
              and (cast(:models as varchar) is null or e.models_hash = :models)
            order by e.lead_id, e.entered_at, e.unit_id
            """
                .formatted(basis.column(), basis.column()))
        .param("stage", goal.measure().name())
        .param("from", range.start())
        .param("to", range.end())
        .param("models", models)
        .query(ReachedGoals::read)
        .list();
  }

  private static ReachedGoal read(ResultSet row, int number) throws SQLException {
    return new ReachedGoal(
        row.getString("unit_id"),
        row.getString("lead_id"),
        row.getString("recorded_for"),
        Sql.instant(row, "entered_at"),
        row.getString("import_id") != null,
        row.getString("models_hash"),
        row.getBigDecimal("pipeline"),
        row.getBigDecimal("won"),
        row.getString("currency"));
  }
}
