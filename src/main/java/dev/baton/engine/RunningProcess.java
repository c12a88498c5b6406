package dev.baton.engine;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;

/** Running instance of a process. A change that loses a race is to be run again. */
public final class RunningProcess {
  private final ProcessInstance instance;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final ManagementService jobs;
  private final Definitions definitions;

  RunningProcess(
      ProcessInstance instance,
      RuntimeService runtime,
      TaskService tasks,
      ManagementService jobs,
      Definitions definitions) {
    this.instance = instance;
    this.runtime = runtime;
    this.tasks = tasks;
    this.jobs = jobs;
    this.definitions = definitions;
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

  /** What persons are asked. */
  public List<String> openTasks() {
    return tasks.createTaskQuery().processInstanceId(instance.getId()).list().stream()
        .map(Task::getTaskDefinitionKey)
        .toList();
  }

  /**
   * From each open task the way back to the rule task in front of it that has the same value of a
   * parameter as the step behind it.
   */
  public List<ProcessJump> backTo(String parameter) {
    return openTasks().stream()
        .flatMap(
            task ->
                definitions.ruleOf(instance.getProcessDefinitionId(), task, parameter).stream()
                    .map(rule -> new ProcessJump(task, rule)))
        .toList();
  }

  /** The open task whose answer is recorded by a step with this value of a parameter. */
  public Optional<String> taskOf(String parameter, String value) {
    return openTasks().stream()
        .filter(
            task ->
                definitions.isRecorded(instance.getProcessDefinitionId(), task, parameter, value))
        .findFirst();
  }

  /** Moves the timers at a task that wait for what is written so. */
  public void moveTimersAt(String task, String instant, Instant to) {
    definitions
        .timersAt(instance.getProcessDefinitionId(), task, instant)
        .forEach(timer -> moveTimer(timer, to));
  }

  /** All of them in one go. */
  public void jump(List<ProcessJump> jumps) {
    ProcessInstanceModificationBuilder modification =
        runtime.createProcessInstanceModification(instance.getId());
    for (ProcessJump jump : jumps) {
      modification.cancelAllForActivity(jump.from()).startBeforeActivity(jump.to());
    }
    unlessRaced(modification::execute);
  }

  /** Begins once more before an element, beside whatever it does. */
  public void startBefore(String element) {
    unlessRaced(
        () ->
            runtime
                .createProcessInstanceModification(instance.getId())
                .startBeforeActivity(element)
                .execute());
  }

  /** Shows on an open task until when it is to be done. */
  public void moveDue(String task, Instant to) {
    save(task, open -> open.setDueDate(Date.from(to)));
  }

  /** Shows on an open task when it goes on; null: not planned. */
  public void moveFollowUp(String task, @Nullable Instant to) {
    save(task, open -> open.setFollowUpDate(to == null ? null : Date.from(to)));
  }

  public void moveTimer(String timer, Instant to) {
    jobs.createJobQuery()
        .processInstanceId(instance.getId())
        .timers()
        .activityId(timer)
        .list()
        .forEach(job -> unlessRaced(() -> jobs.setJobDuedate(job.getId(), Date.from(to))));
  }

  /** All that it waits for. */
  public void moveTimers(Instant to) {
    jobs.createJobQuery()
        .processInstanceId(instance.getId())
        .timers()
        .list()
        .forEach(job -> unlessRaced(() -> jobs.setJobDuedate(job.getId(), Date.from(to))));
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

  /**
   * Runs the next step that is due, in the caller's thread; a failure counts as one of its
   * attempts.
   *
   * @return whether there was one
   */
  public boolean runNextStep() {
    Optional<Job> next =
        jobs
            .createJobQuery()
            .processInstanceId(instance.getId())
            .messages()
            .executable()
            .active()
            .listPage(0, 1)
            .stream()
            .findFirst();
    next.ifPresent(job -> unlessRaced(() -> jobs.executeJob(job.getId())));
    return next.isPresent();
  }

  /** Runs a step that was to wait for some seconds, if it still does. */
  public void runWaitingStep() {
    jobs.createJobQuery()
        .processInstanceId(instance.getId())
        .messages()
        .withRetriesLeft()
        .duedateHigherThan(ClockUtil.getCurrentTime())
        .active()
        .list()
        .forEach(job -> unlessRaced(() -> jobs.executeJob(job.getId())));
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

  static void unlessRaced(Runnable change) {
    try {
      change.run();
    } catch (OptimisticLockingException e) {
      throw new ConcurrencyFailureException("Somebody else changed the process meanwhile", e);
    } catch (SuspendedEntityInteractionException e) {
      throw new ConcurrencyFailureException("The process is suspended", e);
    }
  }
}
