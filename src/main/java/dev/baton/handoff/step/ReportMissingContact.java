package dev.baton.handoff.step;

import dev.baton.handoff.Chasing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says that nobody has found another contact in time. */
@Component
final class ReportMissingContact implements JavaDelegate {
  private final Chasing chasing;

  ReportMissingContact(Chasing chasing) {
    this.chasing = chasing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    chasing.reportMissingContact(execution.getProcessBusinessKey());
  }
}
