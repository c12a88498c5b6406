package dev.baton.handoff.record;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * One episode from MQL until an outcome or a no.
 *
 * @param cycle counts the lead's handoffs from 1
 * @param channel {@code inbound} or {@code outbound}
 * @param handRaise whether a hand-raiser made or sped it up
 * @param since the instant of the fact that led to the state; its clock counts from here
 * @param band frozen at the MQL, as are segment, territory, source, campaign and model (rule R9)
 * @param policy who judges it, frozen when it opens
 */
public record Handoff(
    String id,
    String leadId,
    int cycle,
    String channel,
    boolean handRaise,
    HandoffState state,
    Instant since,
    String owner,
    String team,
    String source,
    String campaign,
    String segment,
    String territory,
    String band,
    String model,
    Instant mqlAt,
    String result,
    String reason,
    Instant closedAt,
    HandoffPolicy policy) {

  /** What a decision table may ask of the handoff beside the variables of its process. */
  public Map<String, Object> recalled() {
    Map<String, Object> facts = new HashMap<>();
    facts.put("clock", state == null ? null : state.clock());
    facts.put("channel", channel);
    facts.put("handRaise", handRaise);
    facts.put("segment", segment);
    facts.put("territory", territory);
    return facts;
  }

  /**
   * Whether the question of this clock can be open: the one that the state names, and beside it the
   * qualification that confirms what a rule has decided (rule R10).
   */
  public boolean mayAsk(String clock) {
    return state.clock().equals(clock)
        || (mayConfirm() && HandoffState.QUALIFICATION.clock().equals(clock));
  }

  public boolean mayConfirm() {
    return policy.isConfirmed()
        && (state == HandoffState.FIRST_TOUCH || state == HandoffState.OPPORTUNITY);
  }

  public boolean isClosed() {
    return state == HandoffState.CLOSED;
  }
}
