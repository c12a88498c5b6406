package dev.baton.alert;

import dev.baton.alert.message.Notice;
import dev.baton.sql.Sql;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.springframework.jdbc.core.RowMapper;

/**
 * One line of the log of {@code GET /api/alerts}.
 *
 * @param to the person's id
 * @param at when it was recorded
 */
public record Alert(
    String key,
    @Schema(implementation = Notice.Kind.class) String kind,
    String channel,
    String to,
    String subject,
    String text,
    String state,
    int attempts,
    Instant at,
    Instant sentAt,
    String error) {

  static final RowMapper<Alert> ROWS =
      (row, number) ->
          new Alert(
              row.getString("key"),
              row.getString("kind"),
              row.getString("channel"),
              row.getString("to"),
              row.getString("subject"),
              row.getString("text"),
              row.getString("state"),
              row.getInt("attempts"),
              Sql.instant(row, "at"),
              Sql.instantOrNull(row, "sent_at"),
              row.getString("error"));

  /** What its kind says of it. */
  public Notice.Kind noticeKind() {
    return Notice.Kind.of(kind);
  }

  /** A mail to a lead may wait for days; it happened to them when it came. */
  public Instant happenedAt() {
    return noticeKind().isToLead() && sentAt != null ? sentAt : at;
  }
}
