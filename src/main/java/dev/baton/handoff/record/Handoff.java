package dev.baton.handoff.record;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * One episode from MQL until an outcome or a no.
 *
 * @param cycle counts the lead's handoffs from 1
 * @param since the instant of the fact that led to the state; its clock counts from here
 * @param frozen what held at the MQL and is never asked again
 */
public record Handoff(
    String id,
    String leadId,
    int cycle,
    HandoffState state,
    Instant since,
    Origin origin,
    Ownership ownership,
    Frozen frozen,
    Closing closing) {

  /**
   * Where the lead came from.
   *
   * @param channel {@code inbound} or {@code outbound}
   * @param handRaise whether a hand-raiser made or sped it up
   * @param source frozen at the MQL, as is the campaign (rule R9)
   */
  public record Origin(String channel, boolean handRaise, String source, String campaign) {}

  /** Who has it; both empty until somebody is found. */
  public record Ownership(String owner, String team) {
    public static final Ownership NONE = new Ownership(null, null);
  }

  /**
   * The dimensions at the MQL (rule R9).
   *
   * @param policy who judges it, frozen when it opens
   */
  public record Frozen(
      String segment,
      String territory,
      String band,
      String model,
      Instant mqlAt,
      HandoffPolicy policy) {}

  /** How it ended; all empty until then. */
  public record Closing(String result, String reason, Instant closedAt) {
    public static final Closing NONE = new Closing(null, null, null);
  }

  public String owner() {
    return ownership.owner;
  }

  public String team() {
    return ownership.team;
  }

  public HandoffPolicy policy() {
    return frozen.policy;
  }

  /** What a decision table may ask of the handoff beside the variables of its process. */
  public Map<String, Object> recalled() {
    Map<String, Object> facts = new HashMap<>();
    facts.put("clock", state == null ? null : state.clock());
    facts.put("channel", origin.channel);
    facts.put("handRaise", origin.handRaise);
    facts.put("segment", frozen.segment);
    facts.put("territory", frozen.territory);
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
    return policy().isConfirmed()
        && (state == HandoffState.FIRST_TOUCH || state == HandoffState.OPPORTUNITY);
  }

  public boolean isClosed() {
    return state == HandoffState.CLOSED;
  }
}
