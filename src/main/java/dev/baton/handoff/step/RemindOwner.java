package dev.baton.handoff.step;

import dev.baton.handoff.Clocks;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records the one reminder before the open question is due. */
@Component
final class RemindOwner implements JavaDelegate {
  private final Clocks clocks;

  RemindOwner(Clocks clocks) {
    this.clocks = clocks;
  }

  @Override
  public void execute(DelegateExecution execution) {
    clocks.remindOwner(execution.getProcessBusinessKey());
  }
}
