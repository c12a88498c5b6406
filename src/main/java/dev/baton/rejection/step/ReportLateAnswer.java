package dev.baton.rejection.step;

import dev.baton.engine.Step;
import dev.baton.rejection.Chasing;
import org.springframework.stereotype.Component;

/** Says that an answer of marketing is overdue, once a day. */
@Component
final class ReportLateAnswer implements Step {
  private final Chasing chasing;

  ReportLateAnswer(Chasing chasing) {
    this.chasing = chasing;
  }

  @Override
  public void run(String handoffId) {
    chasing.reportLateAnswer();
  }
}
