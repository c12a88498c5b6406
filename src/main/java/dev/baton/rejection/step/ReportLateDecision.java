package dev.baton.rejection.step;

import dev.baton.engine.Step;
import dev.baton.rejection.Chasing;
import org.springframework.stereotype.Component;

/** Says that the decision on a contest is overdue, once a day. */
@Component
final class ReportLateDecision implements Step {
  private final Chasing chasing;

  ReportLateDecision(Chasing chasing) {
    this.chasing = chasing;
  }

  @Override
  public void run(String handoffId) {
    chasing.reportLateDecision();
  }
}
