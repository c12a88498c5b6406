package dev.baton.engine;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Gateway to the running instances of all processes, each known by its process and its business
 * key. A change that loses a race is a {@link ConcurrencyFailureException}, to be run again.
 */
@Component
public class ProcessInstances {
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final ManagementService jobs;
  private final Definitions definitions;

  ProcessInstances(
      RuntimeService runtime, TaskService tasks, ManagementService jobs, Definitions definitions) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.jobs = jobs;
    this.definitions = definitions;
  }

  /** An instance that runs from the caller's transaction on; its first step runs after that. */
  public Start start(String process, String businessKey) {
    return new Start(runtime.createProcessInstanceByKey(process).businessKey(businessKey));
  }

  public Optional<Running> find(String process, String businessKey) {
    return Optional.ofNullable(
            runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey, process)
                .singleResult())
        .map(Running::new);
  }

  /** The instances of all processes with a business key. */
  public List<Running> all(String businessKey) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(businessKey)
        .list()
        .stream()
        .map(Running::new)
        .toList();
  }

  /** Whatever waits for a message hears it; nobody has to. */
  public void tell(String message, String businessKey) {
    unlessRaced(
        () ->
            runtime
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(businessKey)
                .correlateAll());
  }

  /** The same, and a variable goes with it. */
  public <T> void tell(String message, String businessKey, ProcessVariable<T> variable, T value) {
    unlessRaced(
        () ->
            runtime
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(businessKey)
                .setVariable(variable.name(), value)
                .correlateAll());
  }

  /** An instance before its start. */
  public static final class Start {
    private final ProcessInstantiationBuilder start;

    private Start(ProcessInstantiationBuilder start) {
      this.start = start;
    }

    public <T> Start with(ProcessVariable<T> variable, @Nullable T value) {
      start.setVariable(variable.name(), value);
      return this;
    }

    public void run() {
      start.execute();
    }
  }

  /** Jump of an instance: out of one element and to just before another. */
  public record Jump(String from, String to) {}

  /** A running instance. */
  public final class Running {
    private final ProcessInstance instance;

    private Running(ProcessInstance instance) {
      this.instance = instance;
    }

    public <T> void set(ProcessVariable<T> variable, @Nullable T value) {
      unlessRaced(() -> runtime.setVariable(instance.getId(), variable.name(), value));
    }

    /** Whether the version of the process that it follows draws an element. */
    public boolean knows(String element) {
      return definitions.hasElement(instance.getProcessDefinitionId(), element);
    }

    /** Whether a person is asked this. */
    public boolean isAt(String task) {
      return task(task).isPresent();
    }

    /** All of them in one go. */
    public void jump(List<Jump> jumps) {
      ProcessInstanceModificationBuilder modification =
          runtime.createProcessInstanceModification(instance.getId());
      for (Jump jump : jumps) {
        modification.cancelAllForActivity(jump.from()).startBeforeActivity(jump.to());
      }
      unlessRaced(modification::execute);
    }

    /** Shows on an open task until when it is to be done. */
    public void moveDue(String task, Instant to) {
      save(task, open -> open.setDueDate(date(to)));
    }

    /** Shows on an open task when it goes on; null: not planned. */
    public void moveFollowUp(String task, @Nullable Instant to) {
      save(task, open -> open.setFollowUpDate(date(to)));
    }

    public void moveTimer(String timer, Instant to) {
      jobs.createJobQuery()
          .processInstanceId(instance.getId())
          .timers()
          .activityId(timer)
          .list()
          .forEach(job -> unlessRaced(() -> jobs.setJobDuedate(job.getId(), date(to))));
    }

    /** All that it waits for. */
    public void moveTimers(Instant to) {
      jobs.createJobQuery()
          .processInstanceId(instance.getId())
          .timers()
          .list()
          .forEach(job -> unlessRaced(() -> jobs.setJobDuedate(job.getId(), date(to))));
    }

    /** Whether a step of its own is due, with no person to wait for. */
    public boolean hasWork() {
      return jobs.createJobQuery()
              .processInstanceId(instance.getId())
              .messages()
              .withRetriesLeft()
              .count()
          > 0;
    }

    /** Its tasks and timers go with it; no listener hears of it. */
    public void cancel(String why) {
      unlessRaced(() -> runtime.deleteProcessInstance(instance.getId(), why, true));
    }

    private void save(String name, Consumer<Task> change) {
      task(name)
          .ifPresent(
              task -> {
                change.accept(task);
                unlessRaced(() -> tasks.saveTask(task));
              });
    }

    private Optional<Task> task(String name) {
      return Optional.ofNullable(
          tasks
              .createTaskQuery()
              .processInstanceId(instance.getId())
              .taskDefinitionKey(name)
              .singleResult());
    }
  }

  private static @Nullable Date date(@Nullable Instant at) {
    return at == null ? null : Date.from(at);
  }

  private static void unlessRaced(Runnable change) {
    try {
      change.run();
    } catch (OptimisticLockingException e) {
      throw new ConcurrencyFailureException("Somebody else changed the process meanwhile", e);
    }
  }
}
