package dev.baton.handoff;

import dev.baton.engine.task.TaskNotOpen;
import dev.baton.handoff.assignment.Claims;
import dev.baton.handoff.lifecycle.AnswerPreconditions;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import org.springframework.stereotype.Component;

/** Command of a rep who takes a lead that nobody owns. */
@Component
public class ClaimCommands {
  private final HandoffChanges changes;
  private final AnswerPreconditions preconditions;
  private final Claims claims;
  private final HandoffProcess process;

  ClaimCommands(
      HandoffChanges changes,
      AnswerPreconditions preconditions,
      Claims claims,
      HandoffProcess process) {
    this.changes = changes;
    this.preconditions = preconditions;
    this.claims = claims;
    this.process = process;
  }

  /** A rep takes a lead that nobody owns; of two at once the second reads who has it. */
  public HandoffView claim(String handoffId, String by) {
    return changes.run(
        handoffId,
        attempt -> {
          Handoff handoff = preconditions.begin(handoffId, HandoffState.ANSWERABLE, by);
          String owner = handoff.owner();
          if (owner != null && !owner.equals(by)) {
            throw claims.taken(handoff, owner);
          }
          if (owner == null && !process.claim(handoff, by)) {
            throw new TaskNotOpen(handoffId);
          }
        });
  }
}
