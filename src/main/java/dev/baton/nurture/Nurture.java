package dev.baton.nurture;

import dev.baton.stage.Stage;
import java.time.Instant;

/**
 * Nurture episode of a lead.
 *
 * @param stage the one it is nurtured in; leaving it ends the stay
 * @param reason the code of the no that led here, or null
 * @param wakeAt when the no said that it is worth asking again, or null
 * @param nextMailAt null when it waits for something else
 * @param pausedAt since when sales works the lead, or null
 * @param outcome how it ended; null while it runs
 */
public record Nurture(
    String id,
    String leadId,
    Stage stage,
    String reason,
    Instant wakeAt,
    Instant startedAt,
    Instant nextMailAt,
    Instant pausedAt,
    Instant endedAt,
    String outcome) {

  public boolean isOver() {
    return endedAt != null;
  }
}
