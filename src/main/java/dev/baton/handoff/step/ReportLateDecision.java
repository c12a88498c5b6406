package dev.baton.handoff.step;

import dev.baton.handoff.Chasing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says that the decision on a contest is overdue, once a day. */
@Component
final class ReportLateDecision implements JavaDelegate {
  private final Chasing chasing;

  ReportLateDecision(Chasing chasing) {
    this.chasing = chasing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    chasing.reportLateDecision();
  }
}
