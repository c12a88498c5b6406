package dev.baton.handoff;

import java.time.Instant;

/**
 * One episode from MQL until an outcome or a no.
 *
 * @param cycle counts the lead's handoffs from 1
 * @param channel {@code inbound} or {@code outbound}
 * @param handRaise whether a hand-raiser made or sped it up
 * @param since the instant of the fact that led to the state; its clock counts from here
 * @param band frozen at the MQL, as are segment, source, campaign and model (rule R9)
 */
public record Handoff(
    String id,
    String leadId,
    int cycle,
    String channel,
    boolean handRaise,
    State state,
    Instant since,
    String owner,
    String team,
    String source,
    String campaign,
    String segment,
    String band,
    String model,
    Instant mqlAt,
    String result,
    String reason,
    Instant closedAt) {

  public boolean isClosed() {
    return state == State.CLOSED;
  }
}
