package dev.baton.handoff;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What reps did to reach a lead; automatic mail is not among it. */
@Component
public class Touches {
  private static final List<String> KINDS = List.of("call", "email", "meeting", "message");
  private static final List<String> OUTCOMES =
      List.of("connected", "left_message", "no_answer", "replied", "bounced");

  private final JdbcClient db;

  Touches(JdbcClient db) {
    this.db = db;
  }

  /**
   * One attempt.
   *
   * @param at when it happened, a note; the recording instant counts
   */
  public record Touch(
      String kind,
      String outcome,
      Instant at,
      Instant nextAt,
      String note,
      String by,
      Instant recordedAt) {}

  static Touch read(Fields fields, String by, Instant now) {
    Instant at = fields.instant(AnswerFields.AT);
    if (at != null && at.isAfter(now.plusSeconds(300))) {
      fields.wrong(AnswerFields.AT, "a touch that lies in the future can't be recorded yet");
    }
    return new Touch(
        fields.oneOf(AnswerFields.KIND, KINDS),
        fields.optionalOneOf(AnswerFields.OUTCOME, OUTCOMES),
        at == null ? now : at,
        fields.instant(AnswerFields.NEXT_AT),
        fields.text(AnswerFields.NOTE),
        by,
        now);
  }

  void append(String handoffId, Touch touch) {
    db.sql(
            """
            insert into touch
              (handoff_id, kind, outcome, happened_at, next_at, note, made_by, recorded_at)
            values (:handoffId, :kind, :outcome, :at, :nextAt, :note, :by, :recordedAt)
            """)
        .param("handoffId", handoffId)
        .param("kind", touch.kind())
        .param("outcome", touch.outcome())
        .param("at", Timestamp.from(touch.at()))
        .param("nextAt", touch.nextAt() == null ? null : Timestamp.from(touch.nextAt()))
        .param("note", touch.note())
        .param("by", touch.by())
        .param("recordedAt", Timestamp.from(touch.recordedAt()))
        .update();
  }

  /** The touches of a handoff, oldest first. */
  public List<Touch> of(String handoffId) {
    return db.sql("select * from touch where handoff_id = :handoffId order by id")
        .param("handoffId", handoffId)
        .query(
            (rs, row) -> {
              Timestamp next = rs.getTimestamp("next_at");
              return new Touch(
                  rs.getString("kind"),
                  rs.getString("outcome"),
                  rs.getTimestamp("happened_at").toInstant(),
                  next == null ? null : next.toInstant(),
                  rs.getString("note"),
                  rs.getString("made_by"),
                  rs.getTimestamp("recorded_at").toInstant());
            })
        .list();
  }
}
