package dev.baton.handoff.process;

import dev.baton.handoff.record.HandoffState;
import java.time.Instant;

/**
 * An open handoff whose process isn't where its row says.
 *
 * @param state of the row
 * @param since when that was found
 */
public record InterruptedHandoff(
    String handoffId, String leadId, HandoffState state, ProcessProblem problem, Instant since) {

  /** What is wrong, in ids: a lead's name stays out of the engine. */
  public String sentence() {
    String stand = state == HandoffState.CLOSED ? "is rejected" : "waits for its " + state.words();
    return "Handoff %s %s, but %s".formatted(handoffId, stand, problem.words());
  }
}
