package dev.baton.connect.enrichment;

import dev.baton.lead.LeadsRemoved;
import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers about companies, how many calls a day has had, and what came of it for leads. */
@Component
public class Enrichments {
  private final JdbcClient db;

  Enrichments(JdbcClient db) {
    this.db = db;
  }

  /** What can come of it. */
  enum Result {
    LEARNED,
    NOTHING,
    LATE,
    FAILED,
    BUDGET
  }

  /**
   * What came of it for a lead.
   *
   * @param result {@code learned nothing late failed budget}
   * @param detail the fields that were learned, or why none was
   */
  public record Enrichment(String domain, String result, String detail, Instant notedAt) {}

  /** Of a lead, the oldest first. */
  public List<Enrichment> of(String leadId) {
    return db.sql(
            """
            select domain, result, detail, noted_at from lead_enrichment
            where lead_id = :lead order by noted_at, handoff_id
            """)
        .param("lead", leadId)
        .query(RecordRows.of(Enrichment.class))
        .list();
  }

  boolean isNoted(String handoffId) {
    return db.sql("select handoff_id from lead_enrichment where handoff_id = :handoff")
        .param("handoff", handoffId)
        .query(String.class)
        .optional()
        .isPresent();
  }

  /** The first word on a handoff stands. */
  void note(EnrichmentCall call, Result result, String detail, Instant at) {
    db.sql(
            """
            insert into lead_enrichment (handoff_id, lead_id, domain, result, detail, noted_at)
            values (:handoff, :lead, :domain, :result, :detail, :at)
            on conflict do nothing
            """)
        .param("handoff", call.handoffId())
        .param("lead", call.leadId())
        .param("domain", call.domain())
        .param("result", result.name().toLowerCase(Locale.ROOT))
        .param("detail", detail.substring(0, Math.min(500, detail.length())))
        .param("at", Sql.timestamp(at))
        .update();
  }

  /** The JSON of an answer that still counts. */
  Optional<String> answer(String domain, Instant since) {
    return db.sql(
            "select content from enrichment_answer where domain = :domain and answered_at > :since")
        .param("domain", domain)
        .param("since", Sql.timestamp(since))
        .query(String.class)
        .optional();
  }

  void keep(String domain, String content, Instant at) {
    db.sql("delete from enrichment_answer where domain = :domain").param("domain", domain).update();
    db.sql(
            """
            insert into enrichment_answer (domain, content, answered_at)
            values (:domain, :content, :at) on conflict do nothing
            """)
        .param("domain", domain)
        .param("content", content)
        .param("at", Sql.timestamp(at))
        .update();
  }

  /** False where the day's budget is used up. */
  boolean spend(Instant now, int budget) {
    LocalDate day = now.atZone(ZoneOffset.UTC).toLocalDate();
    db.sql(
            """
            insert into enrichment_day (called_on, calls) values (:day, 0) on conflict do nothing
            """)
        .param("day", day)
        .update();
    return db.sql(
                """
                update enrichment_day set calls = calls + 1
                where called_on = :day and calls < :budget
                """)
            .param("day", day)
            .param("budget", budget)
            .update()
        == 1;
  }

  @EventListener
  void on(LeadsRemoved removed) {
    db.sql("delete from lead_enrichment where lead_id in (:leads)")
        .param("leads", removed.leadIds())
        .update();
  }
}
