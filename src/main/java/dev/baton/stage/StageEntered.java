package dev.baton.stage;

import dev.baton.score.LeadScored;
import java.time.Instant;

/**
 * A lead entered a stage.
 *
 * @param by a user id, or {@code rule}
 * @param cause the scored signal that crossed the line; null for an answer
 * @param reason the code of the no that led here, or null
 * @param restsUntil when the rest after a no is over, or null
 */
public record StageEntered(
    String leadId,
    Stage stage,
    Instant at,
    String by,
    LeadScored cause,
    String reason,
    Instant restsUntil) {

  /** Not after a no. */
  public StageEntered(String leadId, Stage stage, Instant at, String by, LeadScored cause) {
    this(leadId, stage, at, by, cause, null, null);
  }
}
