package dev.baton.insight;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the funnel's entries add up to.
 *
 * <p>One statement reads rows and total, so that they agree: it takes each entry twice, once for
 * its key and once for the total, because H2 knows no grouping sets.
 */
@Component
class FunnelFigures {
  private final JdbcClient db;

  FunnelFigures(JdbcClient db) {
    this.db = db;
  }

  /** Counts per key and, without a key, over all. */
  List<FunnelCounts> counts(Dimension by, Basis basis, Range range) {
    return db.sql(
            """
            select case when g.total then null else coalesce(e.%s, '(none)') end as dimension,
              count(*) filter (where stage = 'LEAD') as leads,
              count(*) filter (where stage = 'MQL') as mql,
              count(*) filter (where stage = 'SAL') as sal,
              count(*) filter (where stage = 'SQL') as sql,
              count(*) filter (where stage = 'SAL' and by_rule) as sal_by_rule,
              count(*) filter (where stage = 'SQL' and by_rule) as sql_by_rule,
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
        .query(FunnelCounts.class)
        .list();
  }

  /** Deal values per key and currency and, without a key, per currency. */
  List<DealSum> deals(Dimension by, Basis basis, Range range) {
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
        .query(DealSum.class)
        .list();
  }

  /** Handoffs that got a no in the range, by the question and the reason. */
  List<RejectionCount> rejections(Dimension by, Range range) {
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
}
