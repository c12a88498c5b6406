package dev.baton.handoff.step;

import dev.baton.handoff.Ladder;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records the second reminder, after the miss. */
@Component
final class RemindAgain implements JavaDelegate {
  private final Ladder ladder;

  RemindAgain(Ladder ladder) {
    this.ladder = ladder;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ladder.remindAgain(
        execution.getProcessBusinessKey(), Ladder.REASSIGN_AT.get(execution).toInstant());
  }
}
