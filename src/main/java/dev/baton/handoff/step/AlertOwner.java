package dev.baton.handoff.step;

import dev.baton.handoff.Clocks;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records what the owner is told; the outbox sends it. */
@Component
final class AlertOwner implements JavaDelegate {
  private final Clocks clocks;

  AlertOwner(Clocks clocks) {
    this.clocks = clocks;
  }

  @Override
  public void execute(DelegateExecution execution) {
    clocks.alertOwner(execution.getProcessBusinessKey());
  }
}
