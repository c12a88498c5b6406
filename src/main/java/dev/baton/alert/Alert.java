package dev.baton.alert;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.baton.alert.message.NoticeKind;
import dev.baton.sql.RecordRows;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * One row of the log of {@code GET /api/alerts}.
 *
 * @param to the person's id
 */
public record Alert(
    String key,
    @Schema(implementation = NoticeKind.class) String kind,
    String channel,
    @Nullable String to,
    String subject,
    String text,
    String state,
    @JsonUnwrapped Progress progress) {

  public static final RowMapper<Alert> ROWS = RecordRows.of(Alert.class);

  /**
   * How far its delivery is.
   *
   * @param at when it was recorded
   */
  public record Progress(
      int attempts, Instant at, @Nullable Instant sentAt, @Nullable String error) {}

  /** What its kind says of it. */
  public NoticeKind noticeKind() {
    return NoticeKind.of(kind);
  }

  public int attempts() {
    return progress.attempts();
  }

  public @Nullable String error() {
    return progress.error();
  }

  /** A mail to a lead may wait for days; it happened to them when it came. */
  public Instant happenedAt() {
    Instant sentAt = progress.sentAt();
    return noticeKind().isToLead() && sentAt != null ? sentAt : progress.at();
  }
}
