package dev.baton.handoff.record;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    HandoffOrigin origin,
    Ownership ownership,
    HandoffDimensions frozen,
    HandoffClosing closing) {

  public @Nullable String owner() {
    return ownership.owner();
  }

  /** Whose lead it is; null until it is routed. */
  public @Nullable String team() {
    return ownership.team();
  }

  /** The team of one that is routed. */
  public String routedTeam() {
    return known(ownership.team(), "team");
  }

  /** The owner of a handoff that has one. */
  public String assignedOwner() {
    return known(owner(), "owner");
  }

  /** How it ended, of one that has. */
  public String result() {
    return known(closing.result(), "result");
  }

  /** When it ended, of one that has. */
  public Instant closedAt() {
    return known(closing.closedAt(), "end");
  }

  /** Why it was rejected, of one that was. */
  public String rejectionReason() {
    return known(closing.reason(), "reason");
  }

  private <T> T known(@Nullable T value, String what) {
    if (value == null) {
      throw new IllegalStateException("Handoff %s has no %s yet".formatted(id, what));
    }
    return value;
  }

  public HandoffPolicy policy() {
    return frozen.policy();
  }

  /** What a decision table may ask of the handoff beside the variables of its process. */
  public Map<String, Object> recalled() {
    Map<String, Object> facts = new HashMap<>();
    facts.put("clock", state == null ? null : state.clock());
    facts.put("channel", origin.channel());
    facts.put("handRaise", origin.handRaise());
    facts.put("segment", frozen.segment());
    facts.put("territory", frozen.territory());
    return facts;
  }

  /**
   * Whether the question of this clock can be open: the one that the state names, before it those
   * that a designer added, and beside it the qualification that confirms what a rule has decided
   * (rule R10).
   */
  public boolean mayAsk(String clock) {
    return state.clock().equals(clock)
        || (!isClosed() && HandoffState.isAdded(clock))
        || (mayConfirm() && HandoffState.QUALIFICATION.clock().equals(clock));
  }

  public boolean mayConfirm() {
    return policy().isConfirmed()
        && (state == HandoffState.FIRST_TOUCH || state == HandoffState.OPPORTUNITY);
  }

  public boolean isClosed() {
    return state == HandoffState.CLOSED;
  }

  Handoff ownedBy(@Nullable String owner, @Nullable String team) {
    return with(state, since, origin, new Ownership(owner, team), closing);
  }

  Handoff raised() {
    HandoffOrigin raised =
        new HandoffOrigin(origin.channel(), true, origin.source(), origin.campaign());
    return with(state, since, raised, ownership, closing);
  }

  Handoff in(HandoffState next, Instant from) {
    return with(next, from, origin, ownership, closing);
  }

  Handoff closed(String result, @Nullable String reason, Instant at) {
    HandoffClosing closed = new HandoffClosing(result, reason, at);
    return with(HandoffState.CLOSED, at, origin, ownership, closed);
  }

  private Handoff with(
      HandoffState next, Instant from, HandoffOrigin by, Ownership now, HandoffClosing how) {
    return new Handoff(id, leadId, cycle, next, from, by, now, frozen, how);
  }
}
