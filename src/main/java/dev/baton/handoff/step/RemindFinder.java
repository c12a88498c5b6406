package dev.baton.handoff.step;

import dev.baton.handoff.Chasing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds whoever looks for another contact. */
@Component
final class RemindFinder implements JavaDelegate {
  private final Chasing chasing;

  RemindFinder(Chasing chasing) {
    this.chasing = chasing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    chasing.remindFinder(execution.getProcessBusinessKey());
  }
}
