package dev.baton.insight.sla.marketing;

import dev.baton.insight.rollup.Fractions;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.privacy.PersonErased;
import dev.baton.rejection.RejectionAnswered;
import dev.baton.rejection.RejectionOpened;
import dev.baton.sql.Sql;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Entries of the SLA of marketing: rejections with their replies, and MQLs that did not fit. */
@Component
public class MarketingSlaEntries {
  private final JdbcClient db;

  MarketingSlaEntries(JdbcClient db) {
    this.db = db;
  }

  @EventListener
  void on(RejectionOpened fact) {
    db.sql(
            """
            insert into marketing_sla_entry (handoff_id, rejected_at, due_at)
            values (:handoff, :at, :dueAt)
            on conflict do nothing
            """)
        .param("handoff", fact.handoffId())
        .param("at", Sql.timestamp(fact.at()))
        .param("dueAt", Sql.timestamp(fact.dueAt()))
        .update();
  }

  @EventListener
  void on(RejectionAnswered fact) {
    db.sql("update marketing_sla_entry set answered_at = :at where handoff_id = :handoff")
        .param("at", Sql.timestamp(fact.at()))
        .param("handoff", fact.handoffId())
        .update();
  }

  /** What nobody has answered isn't asked any more. */
  @EventListener
  void on(PersonErased fact) {
    db.sql(
            """
            delete from marketing_sla_entry where answered_at is null
              and handoff_id in (select id from handoff where lead_id in (:leads))
            """)
        .param("leads", fact.leadIds())
        .update();
  }

  /**
   * Answers by their due instant.
   *
   * @param due up to now: met and missed ones (rule R18)
   * @param missed late or overdue at this moment
   * @param open not answered and not due yet
   */
  public record Answers(long due, long met, long missed, long open, @Nullable Double p50Hours) {}

  Answers answers(InstantRange range, Instant now) {
    return db.sql(
            """
            select count(*) filter (where answered_at <= due_at and due_at <= :now) as met,
              count(*) filter (where answered_at > due_at
                or answered_at is null and due_at < :now) as missed,
              count(*) filter (where answered_at is null and due_at >= :now) as still_open,
              percentile_cont(0.5) within group (order by
                case when answered_at is not null and due_at <= :now then
                cast(extract(epoch from (answered_at - rejected_at)) as double precision) / 3600
                end) as p50_hours
            from marketing_sla_entry where due_at >= :from and due_at < :to
            """)
        .param("now", Sql.timestamp(now))
        .param("from", range.start())
        .param("to", range.end())
        .query(
            (rs, row) ->
                new Answers(
                    rs.getLong("met") + rs.getLong("missed"),
                    rs.getLong("met"),
                    rs.getLong("missed"),
                    rs.getLong("still_open"),
                    Fractions.hours(hours(rs.getBigDecimal("p50_hours")))))
        .single();
  }

  /** An MQL and whether it was turned down as not fitting. */
  public record Mql(Instant at, boolean badFit) {}

  /** By the instant of the MQL; one that was merged away was no MQL of its own. */
  List<Mql> mqls(InstantRange range, List<String> reasons) {
    return db.sql(
            """
            select m.cohort_at, r.unit_id as refused from funnel_entry m
            left join funnel_entry r on r.unit_id = m.unit_id and r.stage = 'REJECTED'
              and r.reason in (:reasons)
            where m.stage = 'MQL' and m.cohort_at >= :from and m.cohort_at < :to
            order by m.cohort_at
            """)
        .param("reasons", reasons)
        .param("from", range.start())
        .param("to", range.end())
        .query((rs, row) -> new Mql(Sql.instant(rs, "cohort_at"), rs.getString("refused") != null))
        .list();
  }

  /** H2 answers with a decimal, PostgreSQL with a double; null when nothing was answered. */
  private static @Nullable Double hours(@Nullable BigDecimal hours) {
    return hours == null ? null : hours.doubleValue();
  }
}
