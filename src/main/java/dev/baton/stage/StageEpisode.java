package dev.baton.stage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stay of a lead in a stage.
 *
 * @param leftAt null while the lead is in it
 * @param reason the code of the rejection that led here, or null
 * @param coolingUntil until then only a hand-raise makes it an MQL again (rule R8), or null
 */
public record StageEpisode(
    String leadId,
    Stage stage,
    Instant enteredAt,
    @Nullable Instant leftAt,
    String by,
    @Nullable String reason,
    @Nullable Instant coolingUntil) {

  /** The same, once the lead has left it. */
  StageEpisode left(Instant at) {
    return new StageEpisode(leadId, stage, enteredAt, at, by, reason, coolingUntil);
  }
}
