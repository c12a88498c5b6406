package dev.baton.handoff;

import dev.baton.handoff.lifecycle.AnswerPreconditions;
import dev.baton.handoff.lifecycle.PauseRequest;
import dev.baton.handoff.lifecycle.Pausing;
import dev.baton.handoff.record.HandoffState;
import dev.baton.input.FieldReader;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Commands that let the clock of the open question stand still, and go on (rule R14). */
@Component
public class PauseCommands {
  private final HandoffChanges changes;
  private final AnswerPreconditions preconditions;
  private final Pausing pausing;
  private final Clock clock;

  PauseCommands(
      HandoffChanges changes, AnswerPreconditions preconditions, Pausing pausing, Clock clock) {
    this.changes = changes;
    this.preconditions = preconditions;
    this.pausing = pausing;
    this.clock = clock;
  }

  /** Lets the clock of the open question stand still for a while (rule R14). */
  public HandoffView pause(String handoffId, Map<String, Object> fields, String by) {
    PauseRequest request = PauseRequest.read(new FieldReader(fields), clock.instant());
    return changes.run(
        handoffId,
        attempt ->
            pausing.pause(
                preconditions.begin(handoffId, HandoffState.ANSWERABLE, by),
                request,
                by,
                clock.instant()));
  }

  /** Ends a pause before its time. */
  public HandoffView resume(String handoffId, String by) {
    return changes.run(
        handoffId,
        attempt ->
            pausing.resume(
                preconditions.begin(handoffId, HandoffState.ANSWERABLE, by), by, clock.instant()));
  }
}
