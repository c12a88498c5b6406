package dev.baton.handoff.assignment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Plan of an escalation: when its rungs come, counted from now, so that after a downtime everybody
 * gets the full waits.
 */
public record EscalationPlan(Instant remindAt, Instant reassignAt) {

  /**
   * Reads the one row that {@code escalation-ladder} gave: {@code remindMinutes}, {@code
   * reassignMinutes}.
   *
   * @throws IllegalStateException when the row isn't there or its rungs aren't in order
   */
  public static EscalationPlan of(List<? extends Map<String, Object>> rows, Instant now) {
    if (rows.size() != 1) {
      throw new IllegalStateException(
          "escalation-ladder has %d rows for this clock; it needs exactly one"
              .formatted(rows.size()));
    }
    Object remind = rows.get(0).get("remindMinutes");
    Object reassign = rows.get(0).get("reassignMinutes");
    if (remind instanceof Number first
        && reassign instanceof Number second
        && 0 <= first.longValue()
        && first.longValue() <= second.longValue()) {
      return new EscalationPlan(
          now.plus(Duration.ofMinutes(first.longValue())),
          now.plus(Duration.ofMinutes(second.longValue())));
    }
    throw new IllegalStateException(
        "escalation-ladder says remind after '%s' and reassign after '%s' minutes; that is no order"
            .formatted(remind, reassign));
  }
}
