package dev.baton.handoff.step;

import dev.baton.handoff.Chasing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says that answers of marketing are due soon, once a day. */
@Component
final class RemindMarketing implements JavaDelegate {
  private final Chasing chasing;

  RemindMarketing(Chasing chasing) {
    this.chasing = chasing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    chasing.remindMarketing();
  }
}
