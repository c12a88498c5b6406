package dev.baton.rejection.step;

import dev.baton.engine.Step;
import dev.baton.rejection.followup.RejectionReminders;
import org.springframework.stereotype.Component;

/** Says that answers of marketing are due soon, once a day. */
@Component
final class RemindMarketing implements Step {
  private final RejectionReminders reminders;

  RemindMarketing(RejectionReminders reminders) {
    this.reminders = reminders;
  }

  @Override
  public void run(String handoffId) {
    reminders.remindMarketing();
  }
}
