package dev.baton.stage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lead entered a stage.
 *
 * @param by a user id, or {@code rule}
 * @param reason the code of the rejection that led here, or null
 * @param restsUntil when the rest after a no is over, or null
 */
public record StageEntered(
    String leadId,
    Stage stage,
    Instant at,
    String by,
    @Nullable String reason,
    @Nullable Instant restsUntil) {

  /** Not after a no. */
  public StageEntered(String leadId, Stage stage, Instant at, String by) {
    this(leadId, stage, at, by, null, null);
  }
}
