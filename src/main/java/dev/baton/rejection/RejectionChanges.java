package dev.baton.rejection;

import dev.baton.engine.task.TaskAttempt;
import dev.baton.engine.task.UserTasks;
import dev.baton.handoff.record.HandoffState;
import dev.baton.input.Conflict;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Change of a rejection or of its lead, tried again while a process is on its way. */
@Component
class RejectionChanges {
  private final UserTasks tasks;

  RejectionChanges(UserTasks tasks) {
    this.tasks = tasks;
  }

  void run(Consumer<TaskAttempt> change) {
    tasks.change(
        change,
        () ->
            new Conflict(
                "This lead is on its way just now; please try again in a moment",
                HandoffState.CLOSED.name(),
                null,
                null));
  }
}
