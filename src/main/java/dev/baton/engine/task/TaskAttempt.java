package dev.baton.engine.task;

import dev.baton.engine.rows.HeldHints;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AcquirableJobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;

/** Attempt of a change that completes user tasks, in its transaction. */
public final class TaskAttempt {
  /** A model that goes from save point to save point in a circle isn't run to its end. */
  private static final int MOST_SAVE_POINTS = 8;

  private final EngineTasks tasks;
  private final boolean goesOn;
  private boolean hasGoneOn;

  TaskAttempt(EngineTasks tasks, boolean goesOn) {
    this.tasks = tasks;
    this.goesOn = goesOn;
  }

  /** Whether more was run than the answer itself. */
  boolean hasGoneOn() {
    return hasGoneOn;
  }

  /**
   * Completes a task as Tasklist does; the step behind it checks what was said. Lost is the race
   * where the process isn't at the task yet.
   */
  public void complete(
      String businessKey, String name, TaskFields form, Map<String, Object> fields, String by) {
    if (!tasks.complete(businessKey, name, form.variables(fields, by), this::goOn)) {
      throw new TaskNotOpen(businessKey);
    }
  }

  private void goOn(CommandContext context, Runnable completion) {
    if (goesOn) {
      HeldHints.whileRunning(context, () -> completeAndGoOn(context, completion));
    } else {
      completion.run();
    }
  }

  private void completeAndGoOn(CommandContext context, Runnable completion) {
    completion.run();
    hasGoneOn = true;
    for (int passed = 0; passed < MOST_SAVE_POINTS; passed++) {
      Optional<MessageEntity> next = savePoint(context.getDbEntityManager());
      if (next.isEmpty()) {
        return;
      }
      next.get().execute(context);
    }
  }

  /**
   * One that the process has reached just now, or one that it has started beside it: no row yet, so
   * that nobody else runs it.
   */
  private static Optional<MessageEntity> savePoint(DbEntityManager entities) {
    return entities.getCachedEntitiesByType(AcquirableJobEntity.class).stream()
        .filter(MessageEntity.class::isInstance)
        .map(MessageEntity.class::cast)
        .filter(job -> entities.getDbEntityCache().isTransient(job))
        .findFirst();
  }
}
