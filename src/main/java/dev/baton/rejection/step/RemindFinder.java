package dev.baton.rejection.step;

import dev.baton.engine.Step;
import dev.baton.rejection.followup.RejectionReminders;
import org.springframework.stereotype.Component;

/** Reminds whoever looks for another contact. */
@Component
final class RemindFinder implements Step {
  private final RejectionReminders reminders;

  RemindFinder(RejectionReminders reminders) {
    this.reminders = reminders;
  }

  @Override
  public void run(String handoffId) {
    reminders.remindFinder(handoffId);
  }
}
