package dev.baton.handoff.step;

import dev.baton.handoff.assignment.EscalationLadder;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records the second reminder, after the miss. */
@Component
final class RemindAgain implements JavaDelegate {
  private final EscalationLadder ladder;

  RemindAgain(EscalationLadder ladder) {
    this.ladder = ladder;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ladder.remindAgain(
        execution.getProcessBusinessKey(), EscalationLadder.REASSIGN_AT.get(execution).toInstant());
  }
}
