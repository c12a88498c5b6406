package dev.baton.rejection.step;

import dev.baton.engine.Step;
import dev.baton.rejection.Chasing;
import org.springframework.stereotype.Component;

/** Says that nobody has found another contact in time. */
@Component
final class ReportMissingContact implements Step {
  private final Chasing chasing;

  ReportMissingContact(Chasing chasing) {
    this.chasing = chasing;
  }

  @Override
  public void run(String handoffId) {
    chasing.reportMissingContact(handoffId);
  }
}
