package dev.baton.insight;

import dev.baton.insight.funnel.Dimension;
import dev.baton.insight.funnel.FunnelBasis;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.insight.sla.SlaDimension;
import dev.baton.sql.Sql;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The figures straight from the entries, as slow as it is certain; what the roll-up says must be
 * the same.
 */
record FiguresFromEntries(JdbcClient db) {
  record Row(
      String dimension,
      long leads,
      long mql,
      long sal,
      long sql,
      long opportunity,
      long customer,
      long lost,
      Double medianHoursToSql) {}

  record Deal(String dimension, String currency, BigDecimal pipeline, BigDecimal won) {}

  record Verdicts(
      String dimension,
      String watch,
      long met,
      long missed,
      long open,
      long voided,
      Double p50Hours,
      Double p95Hours) {}

  record RejectionCount(String dimension, String question, String reason, long count) {}

  /** By key and, without one, over all. */
  List<Row> funnel(Dimension by, FunnelBasis basis, InstantRange range) {
    return db.sql(
            """
            select case when g.total then null else coalesce(e.%s, '(none)') end as dimension,
              count(*) filter (where stage = 'LEAD') as leads,
              count(*) filter (where stage = 'MQL') as mql,
              count(*) filter (where stage = 'SAL') as sal,
              count(*) filter (where stage = 'SQL') as sql,
              count(*) filter (where stage = 'OPPORTUNITY') as opportunity,
              count(*) filter (where stage = 'CUSTOMER') as customer,
              count(*) filter (where stage = 'LOST') as lost,
              percentile_cont(0.5) within group (order by case when stage = 'SQL' then
                cast(extract(epoch from (entered_at - cohort_at)) as double precision) / 3600 end)
                as median_hours_to_sql
            from funnel_entry e cross join (values (true), (false)) as g (total)
            where %s >= :from and %s < :to
            group by dimension
            """
                .formatted(by.column(), basis.column(), basis.column()))
        .param("from", range.start())
        .param("to", range.end())
        .query(Row.class)
        .list();
  }

  List<Deal> deals(Dimension by, FunnelBasis basis, InstantRange range) {
    return db.sql(
            """
            select case when g.total then null else coalesce(e.%s, '(none)') end as dimension,
              currency,
              sum(amount) filter (where stage = 'OPPORTUNITY' and closed_at is null) as pipeline,
              sum(amount) filter (where stage = 'CUSTOMER') as won
            from funnel_entry e cross join (values (true), (false)) as g (total)
            where %s >= :from and %s < :to and amount is not null
            group by dimension, currency
            """
                .formatted(by.column(), basis.column(), basis.column()))
        .param("from", range.start())
        .param("to", range.end())
        .query(Deal.class)
        .list();
  }

  List<RejectionCount> rejections(Dimension by, InstantRange range) {
    return db.sql(
            """
            select coalesce(e.%s, '(none)') as dimension, question, reason, count(*) as count
            from funnel_entry e
            where entered_at >= :from and entered_at < :to
              and question is not null and reason is not null
            group by dimension, question, reason
            """
                .formatted(by.column()))
        .param("from", range.start())
        .param("to", range.end())
        .query(RejectionCount.class)
        .list();
  }

  /** By key and clock and, without either, over the clocks of people (rule R18). */
  List<Verdicts> sla(SlaDimension by, InstantRange range, Instant now) {
    return db.sql(
            """
            select case when g.total then null else d.row_key end as dimension,
              case when g.total then null else d.clock end as watch,
              count(*) filter (where verdict = 'met') as met,
              count(*) filter (where verdict = 'missed') as missed,
              count(*) filter (where verdict = 'open') as open,
              count(*) filter (where verdict = 'void') as voided,
              percentile_cont(0.5) within group (order by hours) as p50_hours,
              percentile_cont(0.95) within group (order by hours) as p95_hours
            from (
              select coalesce(%s, '(none)') as row_key, clock,
                case when met_at is not null then case when due_at <= :now then 'met' end
                  when missed_at is not null then case when due_at <= :now then 'missed' end
                  when voided_at <= due_at then 'void'
                  when due_at < :now then 'missed'
                  else 'open' end as verdict,
                cast(extract(epoch from (coalesce(met_at, ended_at) - started_at))
                  as double precision) / 3600 as hours
              from sla_entry e where due_at >= :from and due_at < :to
            ) d cross join (values (true), (false)) as g (total)
            where verdict is not null and not (g.total and clock = 'route')
            group by dimension, watch
            """
                .formatted(by.column()))
        .param("now", Sql.timestamp(now))
        .param("from", range.start())
        .param("to", range.end())
        .query(Verdicts.class)
        .list();
  }
}
