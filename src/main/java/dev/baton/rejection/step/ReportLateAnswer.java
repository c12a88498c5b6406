package dev.baton.rejection.step;

import dev.baton.engine.Step;
import dev.baton.rejection.followup.RejectionReminders;
import org.springframework.stereotype.Component;

/** Says that an answer of marketing is overdue, once a day. */
@Component
final class ReportLateAnswer implements Step {
  private final RejectionReminders reminders;

  ReportLateAnswer(RejectionReminders reminders) {
    this.reminders = reminders;
  }

  @Override
  public void run(String handoffId) {
    reminders.reportLateAnswer();
  }
}
