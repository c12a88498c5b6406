package dev.baton.handoff;

import dev.baton.handoff.assignment.NextOwnerReassignment;
import dev.baton.handoff.lifecycle.AnswerPreconditions;
import dev.baton.handoff.record.AnswerEntry;
import dev.baton.handoff.record.AnswerLog;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.input.ApiProblem;
import dev.baton.input.FieldReader;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Command of a rep whose lead isn't theirs: nothing is said of the lead, a colleague gets it with a
 * fresh clock, and it never comes to this rep by a rule again.
 */
@Component
public class DeclineCommands {
  private final HandoffChanges changes;
  private final Handoffs handoffs;
  private final AnswerPreconditions preconditions;
  private final NextOwnerReassignment reassignment;
  private final AnswerLog answers;
  private final Clock clock;

  DeclineCommands(
      HandoffChanges changes,
      Handoffs handoffs,
      AnswerPreconditions preconditions,
      NextOwnerReassignment reassignment,
      AnswerLog answers,
      Clock clock) {
    this.changes = changes;
    this.handoffs = handoffs;
    this.preconditions = preconditions;
    this.reassignment = reassignment;
    this.answers = answers;
    this.clock = clock;
  }

  /** Declines a handoff; of its owner only, since nobody else was offered it. */
  public HandoffView decline(String handoffId, Map<String, Object> fields, String by) {
    Handoff seen = handoffs.find(handoffId).orElseThrow();
    if (seen.isClosed()) {
      throw preconditions.conflict(seen);
    }
    if (!by.equals(seen.owner())) {
      throw ApiProblem.forbidden("Only its owner declines a lead; a manager gives it to somebody");
    }
    FieldReader given = new FieldReader(fields);
    Optional<String> reason =
        Optional.ofNullable(
            given.requiredText(
                "reason", ReassignCommands.REASON_LACKS, ReassignCommands.LONGEST_REASON));
    given.check();
    return changes.give(
        handoffId,
        attempt -> {
          Handoff handoff = handoffs.lock(handoffId).orElseThrow();
          if (handoff.isClosed() || !by.equals(handoff.owner())) {
            throw preconditions.conflict(handoff);
          }
          answers.append(
              handoffId,
              new AnswerEntry(
                  AnswerLog.DECLINE, by, null, reason.orElseThrow(), null, by, clock.instant()));
          reassignment.give(handoff, by, "declined", "its owner declined it");
        });
  }
}
