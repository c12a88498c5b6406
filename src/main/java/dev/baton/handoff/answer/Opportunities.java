package dev.baton.handoff.answer;

import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The deal records, one a handoff. */
@Component
public class Opportunities {
  private final JdbcClient db;

  Opportunities(JdbcClient db) {
    this.db = db;
  }

  public static Deal read(AnswerReader answer) {
    return new Deal(
        answer.requiredAmount(AnswerFields.VALUE),
        answer.requiredText(AnswerFields.CURRENCY),
        answer.requiredText(AnswerFields.STAGE),
        answer.requiredText(AnswerFields.NEXT_STEP),
        answer.day(AnswerFields.CLOSE_DATE));
  }

  public void open(String handoffId, Deal deal, String by, Instant at) {
    db.sql(
            """
            insert into opportunity (handoff_id, amount, currency, deal_stage, next_step,
              close_date, opened_by, opened_at)
            values (:handoffId, :amount, :currency, :dealStage, :nextStep, :closeDate, :by, :at)
            """)
        .param("handoffId", handoffId)
        .param("amount", deal.amount())
        .param("currency", deal.currency())
        .param("dealStage", deal.dealStage())
        .param("nextStep", deal.nextStep())
        .param("closeDate", deal.closeDate())
        .param("by", by)
        .param("at", Sql.timestamp(at))
        .update();
  }

  /** What it was worth in the end. */
  public void revalue(String handoffId, BigDecimal amount) {
    db.sql("update opportunity set amount = :amount where handoff_id = :handoffId")
        .param("amount", amount)
        .param("handoffId", handoffId)
        .update();
  }

  /** The deal of a handoff, once one is opened. */
  public Optional<Deal> of(String handoffId) {
    return db.sql("select * from opportunity where handoff_id = :handoffId")
        .param("handoffId", handoffId)
        .query(RecordRows.of(Deal.class))
        .optional();
  }
}
