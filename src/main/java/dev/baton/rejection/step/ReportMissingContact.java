package dev.baton.rejection.step;

import dev.baton.engine.Step;
import dev.baton.rejection.followup.RejectionReminders;
import org.springframework.stereotype.Component;

/** Says that nobody has found another contact in time. */
@Component
final class ReportMissingContact implements Step {
  private final RejectionReminders reminders;

  ReportMissingContact(RejectionReminders reminders) {
    this.reminders = reminders;
  }

  @Override
  public void run(String handoffId) {
    reminders.reportMissingContact(handoffId);
  }
}
