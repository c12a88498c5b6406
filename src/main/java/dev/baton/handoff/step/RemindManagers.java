package dev.baton.handoff.step;

import dev.baton.handoff.Chasing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says that a contest is to be decided, once a day. */
@Component
final class RemindManagers implements JavaDelegate {
  private final Chasing chasing;

  RemindManagers(Chasing chasing) {
    this.chasing = chasing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    chasing.remindManagers();
  }
}
