package dev.baton.engine;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AcquirableJobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.camunda.bpm.engine.task.Task;
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

  /** A model that goes from save point to save point in a circle isn't run to its end. */
  private static final int MOST_SAVE_POINTS = 8;

  private static final String OURS = "dev.baton.";

  private final TaskService tasks;
  private final ProcessEngine engine;
  private final TransactionTemplate transaction;
  private final RetryTemplate retry =
      RetryTemplate.builder()
          .maxAttempts(10)
          .exponentialBackoff(10, 2, 500, true)
          .retryOn(TransientDataAccessException.class)
          .traversingCauses()
          .build();

  UserTasks(TaskService tasks, ProcessEngine engine, PlatformTransactionManager transactions) {
    this.tasks = tasks;
    this.engine = engine;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Makes a change in one transaction, again when it loses a race. In a caller's own transaction it
   * is tried once and a task that it completes stops at its save point, as long as that one isn't
   * over.
   *
   * @param busy the refusal for whoever lost too often
   */
  public void change(Consumer<Attempt> change, Supplier<? extends RuntimeException> busy) {
    try {
      if (TransactionSynchronizationManager.isActualTransactionActive()) {
        change.accept(new Attempt(false));
      } else {
        goOn(change);
      }
    } catch (ConcurrencyFailureException lost) {
      RuntimeException refused = busy.get();
      refused.addSuppressed(lost);
      throw refused;
    }
  }

  private void goOn(Consumer<Attempt> change) {
    try {
      retry.execute(attempt -> once(change, new Attempt(true)));
    } catch (NextStepFailed failed) {
      LOG.warn("A step behind an answer failed; the answer stays, the step is tried later", failed);
      retry.execute(attempt -> once(change, new Attempt(false)));
    }
  }

  private Void once(Consumer<Attempt> change, Attempt attempt) {
    try {
      transaction.executeWithoutResult(status -> change.accept(attempt));
      return null;
    } catch (RuntimeException failed) {
      throw attempt.hasGoneOn ? new NextStepFailed(failed) : failed;
    }
  }

  /** What happened after an answer was taken, and took it back. */
  private static final class NextStepFailed extends RuntimeException {
    NextStepFailed(RuntimeException cause) {
      super(cause.getMessage(), cause);
    }
  }

  /** One attempt of a change, in its transaction. */
  public final class Attempt {
    private final boolean goesOn;
    private boolean hasGoneOn;

    private Attempt(boolean goesOn) {
      this.goesOn = goesOn;
    }

    /**
     * Completes a task as Tasklist does; the step behind it checks what was said. Lost is the race
     * where the process isn't at the task yet.
     */
    public void complete(
        String businessKey, String name, TaskFields form, Map<String, Object> fields, String by) {
      Task task =
          find(businessKey, name)
              .orElseThrow(() -> new ConcurrencyFailureException("The process isn't there yet"));
      raced(
          () ->
              commands()
                  .getCommandExecutorTxRequired()
                  .execute(
                      context -> {
                        tasks.complete(task.getId(), form.variables(fields, by));
                        if (goesOn) {
                          goOn(context, task.getProcessInstanceId());
                        }
                        return null;
                      }));
    }

    private void goOn(CommandContext context, String processInstance) {
      hasGoneOn = true;
      for (int passed = 0; passed < MOST_SAVE_POINTS; passed++) {
        Optional<MessageEntity> next = savePoint(context.getDbEntityManager(), processInstance);
        if (next.isEmpty()) {
          return;
        }
        next.get().execute(context);
      }
    }
  }

  /** The one that the process has reached just now: no row yet, so that nobody else runs it. */
  private static Optional<MessageEntity> savePoint(DbEntityManager entities, String process) {
    return entities.getCachedEntitiesByType(AcquirableJobEntity.class).stream()
        .filter(MessageEntity.class::isInstance)
        .map(MessageEntity.class::cast)
        .filter(job -> process.equals(job.getProcessInstanceId()))
        .filter(job -> entities.getDbEntityCache().isTransient(job))
        .findFirst();
  }

  /** Makes somebody the assignee of an open task; false when the process isn't there yet. */
  public boolean claim(String businessKey, String name, String by) {
    Optional<Task> task = find(businessKey, name);
    task.ifPresent(open -> raced(() -> tasks.claim(open.getId(), by)));
    return task.isPresent();
  }

  private Optional<Task> find(String businessKey, String name) {
    return Optional.ofNullable(
        tasks
            .createTaskQuery()
            .processInstanceBusinessKey(businessKey)
            .taskDefinitionKey(name)
            .singleResult());
  }

  /** The engine wraps what a listener of ours throws. */
  private static void raced(Runnable change) {
    try {
      change.run();
    } catch (OptimisticLockingException e) {
      throw new ConcurrencyFailureException("Somebody else changed the process meanwhile", e);
    } catch (ProcessEngineException e) {
      throw thrownByListener(e).orElse(e);
    }
  }

  private static Optional<RuntimeException> thrownByListener(ProcessEngineException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      boolean ours = cause.getClass().getName().startsWith(OURS);
      if (cause instanceof RuntimeException thrown
          && (ours || cause instanceof TransientDataAccessException)) {
        return Optional.of(thrown);
      }
    }
    return Optional.empty();
  }

  private ProcessEngineConfigurationImpl commands() {
    return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
  }
}
