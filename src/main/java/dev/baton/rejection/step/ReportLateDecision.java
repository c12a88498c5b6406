package dev.baton.rejection.step;

import dev.baton.engine.Step;
import dev.baton.rejection.followup.RejectionReminders;
import org.springframework.stereotype.Component;

/** Says that the decision on a contest is overdue, once a day. */
@Component
final class ReportLateDecision implements Step {
  private final RejectionReminders reminders;

  ReportLateDecision(RejectionReminders reminders) {
    this.reminders = reminders;
  }

  @Override
  public void run(String handoffId) {
    reminders.reportLateDecision();
  }
}
