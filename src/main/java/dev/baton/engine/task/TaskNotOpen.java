package dev.baton.engine.task;

import org.springframework.dao.ConcurrencyFailureException;

/**
 * Lost race for a task where its process isn't; it may be on its way there. While it has a step to
 * do, {@link UserTasks} tries again.
 */
public final class TaskNotOpen extends ConcurrencyFailureException {
  private final String businessKey;

  public TaskNotOpen(String businessKey) {
    super("The process isn't at the task");
    this.businessKey = businessKey;
  }

  String businessKey() {
    return businessKey;
  }
}
