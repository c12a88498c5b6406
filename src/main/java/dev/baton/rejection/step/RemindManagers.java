package dev.baton.rejection.step;

import dev.baton.engine.Step;
import dev.baton.rejection.followup.RejectionReminders;
import org.springframework.stereotype.Component;

/** Says that a contest is to be decided, once a day. */
@Component
final class RemindManagers implements Step {
  private final RejectionReminders reminders;

  RemindManagers(RejectionReminders reminders) {
    this.reminders = reminders;
  }

  @Override
  public void run(String handoffId) {
    reminders.remindManagers();
  }
}
