package dev.baton.handoff.step;

import dev.baton.handoff.Clocks;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records the miss of the open question and what the managers are told. */
@Component
final class EscalateToManager implements JavaDelegate {
  private final Clocks clocks;

  EscalateToManager(Clocks clocks) {
    this.clocks = clocks;
  }

  @Override
  public void execute(DelegateExecution execution) {
    clocks.escalate(execution.getProcessBusinessKey());
  }
}
