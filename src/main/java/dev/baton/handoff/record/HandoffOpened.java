package dev.baton.handoff.record;

import java.time.Instant;

/**
 * A lead became an MQL and its handoff began; the dimensions are frozen here (rule R9).
 *
 * @param cycle counts the lead's handoffs from 1
 */
public record HandoffOpened(
    String handoffId, String leadId, int cycle, HandoffOrigin origin, HandoffDimensions frozen) {

  public static HandoffOpened of(Handoff handoff) {
    return new HandoffOpened(
        handoff.id(), handoff.leadId(), handoff.cycle(), handoff.origin(), handoff.frozen());
  }

  public Instant at() {
    return frozen.mqlAt();
  }
}
