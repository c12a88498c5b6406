package dev.baton.know.diagnosis;

import dev.baton.insight.rollup.InstantRange;
import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Handoffs of a range of MQL instants as their first owners answered them; reads only. */
@Component
class ReviewedLeads {
  private final JdbcClient db;

  ReviewedLeads(JdbcClient db) {
    this.db = db;
  }

  /** Without those that a rule accepted, and without imported ones, of which no act is known. */
  List<ReviewedLead> of(InstantRange range) {
    return db.sql(
            """
            select m.lead_id, m.owner, m.band, a.entered_at as accepted_at,
              n.reason as rejected,
              (select min(x.entered_at) from funnel_entry x where x.unit_id = m.unit_id
                and x.stage in ('SQL', 'OPPORTUNITY', 'CUSTOMER', 'LOST', 'REJECTED')) as answered_at,
              (select min(t.recorded_at) from touch t where t.handoff_id = m.unit_id
                and t.recorded_at >= a.entered_at) as touched_at,
              (select min(case when s.met_at is not null then 1
                  when s.missed_at is not null then 0 end)
                from sla_entry s where s.handoff_id = m.unit_id and s.clock = 'review'
                  and s.owner = m.owner) as in_time
            from funnel_entry m
            left join funnel_entry a on a.unit_id = m.unit_id and a.stage = 'SAL'
            left join funnel_entry n on n.unit_id = m.unit_id and n.stage = 'REJECTED'
              and n.question = 'review'
            where m.stage = 'MQL' and m.owner is not null and m.import_id is null
              and m.cohort_at >= :from and m.cohort_at < :to
              and coalesce(a.by_rule, false) = false
            order by m.cohort_at, m.unit_id
            """)
        .param("from", Sql.timestamp(range.from()))
        .param("to", Sql.timestamp(range.to()))
        .query(ReviewedLeads::read)
        .list();
  }

  private static ReviewedLead read(ResultSet row, int number) throws SQLException {
    var accepted = Sql.instantOrNull(row, "accepted_at");
    var answered = Sql.instantOrNull(row, "answered_at");
    var touched = Sql.instantOrNull(row, "touched_at");
    Integer inTime = row.getObject("in_time", Integer.class);
    return new ReviewedLead(
        row.getString("lead_id"),
        row.getString("owner"),
        Objects.requireNonNullElse(row.getString("band"), "unknown"),
        accepted,
        row.getString("rejected"),
        answered == null || (touched != null && touched.isBefore(answered)) ? touched : answered,
        inTime == null ? null : Boolean.valueOf(inTime == 1));
  }
}
