package dev.baton.handoff.step;

import dev.baton.handoff.Chasing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says that an answer of marketing is overdue, once a day. */
@Component
final class ReportLateAnswer implements JavaDelegate {
  private final Chasing chasing;

  ReportLateAnswer(Chasing chasing) {
    this.chasing = chasing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    chasing.reportLateAnswer();
  }
}
