package dev.baton.engine.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.task.Task;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/** Open user tasks as the engine keeps them; what our steps refuse is thrown as they threw it. */
@Component
class EngineTasks {
  private static final String OURS = "dev.baton.";

  /** The query of the engine's interface has a hundred conditions that are looked at each time. */
  private static final String OPEN =
      """
      select t.* from ACT_RU_TASK t join ACT_RU_EXECUTION p on p.ID_ = t.PROC_INST_ID_
      where p.BUSINESS_KEY_ = #{businessKey} and t.TASK_DEF_KEY_ = #{name}""";

  private final TaskService tasks;
  private final ProcessEngine engine;

  EngineTasks(TaskService tasks, ProcessEngine engine) {
    this.tasks = tasks;
    this.engine = engine;
  }

  Optional<Task> find(String businessKey, String name) {
    List<Task> found =
        tasks
            .createNativeTaskQuery()
            .sql(OPEN)
            .parameter("businessKey", businessKey)
            .parameter("name", name)
            .list();
    if (found.size() > 1) {
      throw new ConcurrencyFailureException("Several processes ask the same");
    }
    return found.stream().findFirst();
  }

  /** Whether a process of it has a step to do, so that it comes to another task by itself. */
  boolean hasWork(String businessKey) {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(businessKey)
        .list()
        .stream()
        .anyMatch(
            running ->
                engine
                        .getManagementService()
                        .createJobQuery()
                        .processInstanceId(running.getId())
                        .messages()
                        .withRetriesLeft()
                        .count()
                    > 0);
  }

  /** Makes somebody the assignee; false when the process isn't there yet. */
  boolean claim(String businessKey, String name, String by) {
    Optional<Task> task = find(businessKey, name);
    return unwrapped(
        () -> {
          task.ifPresent(open -> tasks.claim(open.getId(), by));
          return task.isPresent();
        });
  }

  /**
   * Completes a task, which whoever asks runs with what belongs to it, as one command of the
   * engine; false when the process isn't there yet.
   */
  boolean complete(
      String businessKey,
      String name,
      Map<String, Object> variables,
      BiConsumer<CommandContext, Runnable> completion) {
    var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    return unwrapped(
        () ->
            configuration
                .getCommandExecutorTxRequired()
                .execute(
                    context -> {
                      Optional<Task> task = find(businessKey, name);
                      task.ifPresent(
                          open ->
                              completion.accept(
                                  context, () -> tasks.complete(open.getId(), variables)));
                      return task.isPresent();
                    }));
  }

  /** The engine wraps what a listener of ours throws. */
  private static boolean unwrapped(BooleanSupplier change) {
    try {
      return change.getAsBoolean();
    } catch (OptimisticLockingException e) {
      throw new ConcurrencyFailureException("Somebody else changed the process meanwhile", e);
    } catch (SuspendedEntityInteractionException e) {
      throw new ConcurrencyFailureException("The process is suspended", e);
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
}
