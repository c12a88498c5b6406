package dev.baton.engine.task;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gateway to the open user tasks of all processes: answering one and reaching the next is one
 * transaction, so that whoever is told "recorded" finds the next question. Only an answer whose
 * next steps failed is given once more with the save point behind it, and the job executor goes on.
 */
@Component
public class UserTasks {
  private static final Logger LOG = LoggerFactory.getLogger(UserTasks.class);

  private final EngineTasks tasks;
  private final TransactionTemplate transaction;
  private final RetryTemplate retry =
      RetryTemplate.builder()
          .maxAttempts(10)
          .exponentialBackoff(10, 2, 500, true)
          .retryOn(TransientDataAccessException.class)
          .traversingCauses()
          .build();

  UserTasks(EngineTasks tasks, PlatformTransactionManager transactions) {
    this.tasks = tasks;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Makes a change in one transaction, again when it loses a race. In a caller's own transaction it
   * is tried once and a task that it completes stops at its save point, as long as that one isn't
   * over.
   *
   * @param busy the refusal for whoever lost too often
   */
  public void change(Consumer<TaskAttempt> change, Supplier<? extends RuntimeException> busy) {
    try {
      if (TransactionSynchronizationManager.isActualTransactionActive()) {
        change.accept(new TaskAttempt(tasks, false));
      } else {
        goOn(change);
      }
    } catch (ConcurrencyFailureException | NobodyComes lost) {
      RuntimeException refused = busy.get();
      refused.addSuppressed(lost);
      throw refused;
    }
  }

  private void goOn(Consumer<TaskAttempt> change) {
    try {
      retry.execute(attempt -> once(change, new TaskAttempt(tasks, true)));
    } catch (NextStepFailed failed) {
      LOG.warn("A step behind an answer failed; the answer stays, the step is tried later", failed);
      retry.execute(attempt -> once(change, new TaskAttempt(tasks, false)));
    }
  }

  private Void once(Consumer<TaskAttempt> change, TaskAttempt attempt) {
    try {
      return run(change, attempt);
    } catch (TaskNotOpen early) {
      if (tasks.hasWork(early.businessKey())) {
        throw early;
      }
      return last(change, attempt);
    }
  }

  /** It may have come there between the two looks. */
  private Void last(Consumer<TaskAttempt> change, TaskAttempt attempt) {
    try {
      return run(change, attempt);
    } catch (TaskNotOpen still) {
      throw new NobodyComes(still);
    }
  }

  private Void run(Consumer<TaskAttempt> change, TaskAttempt attempt) {
    try {
      transaction.executeWithoutResult(status -> change.accept(attempt));
      return null;
    } catch (RuntimeException failed) {
      throw attempt.hasGoneOn() ? new NextStepFailed(failed) : failed;
    }
  }

  /** What happened after an answer was taken, and took it back. */
  private static final class NextStepFailed extends RuntimeException {
    NextStepFailed(RuntimeException cause) {
      super(cause.getMessage(), cause);
    }
  }

  /** The process isn't at the task and has no step to do: waiting for it is in vain. */
  private static final class NobodyComes extends RuntimeException {
    NobodyComes(TaskNotOpen early) {
      // no cause: it would be one to try again for
      super(early.getMessage());
    }
  }

  /** Makes somebody the assignee of an open task; false when the process isn't there yet. */
  public boolean claim(String businessKey, String name, String by) {
    return tasks.claim(businessKey, name, by);
  }
}
