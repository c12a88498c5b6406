package dev.baton.handoff.process;

import dev.baton.engine.UserTasks;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * User task of the open question: its assignee, when it is due and when the lead is tried again.
 */
@Component
public class HandoffTask {
  private final UserTasks userTasks;
  private final TaskService tasks;
  private final RuntimeService runtime;
  private final ManagementService jobs;

  HandoffTask(
      UserTasks userTasks, TaskService tasks, RuntimeService runtime, ManagementService jobs) {
    this.userTasks = userTasks;
    this.tasks = tasks;
    this.runtime = runtime;
    this.jobs = jobs;
  }

  /** Makes somebody the assignee of the open question; false when the process isn't there yet. */
  public boolean claim(Handoff handoff, String by) {
    return userTasks.claim(handoff.id(), handoff.state().task(), by);
  }

  /** Moves the due instant of the open question and of its timers. */
  public void moveDue(Handoff handoff, Instant warnAt, Instant dueAt) {
    find(handoff, handoff.state())
        .ifPresent(
            task ->
                HandoffProcess.unlessRaced(
                    () -> {
                      // like StartClock: without a reminder its timer waits for the due instant
                      Date warn = Date.from(warnAt == null ? dueAt : warnAt);
                      runtime.setVariable(
                          task.getProcessInstanceId(), HandoffProcess.WARN_AT.name(), warn);
                      runtime.setVariable(
                          task.getProcessInstanceId(),
                          HandoffProcess.DUE_AT.name(),
                          Date.from(dueAt));
                      task.setDueDate(Date.from(dueAt));
                      tasks.saveTask(task);
                      moveTimer(task, handoff.state().overdueTimer(), Date.from(dueAt));
                      moveTimer(task, handoff.state().dueSoonTimer(), warn);
                    }));
  }

  /** Shows on the open question when the lead is to be tried again; null: not planned. */
  public void followUp(Handoff handoff, Instant nextAttempt) {
    find(handoff, handoff.state())
        .ifPresent(
            task ->
                HandoffProcess.unlessRaced(
                    () -> {
                      task.setFollowUpDate(nextAttempt == null ? null : Date.from(nextAttempt));
                      tasks.saveTask(task);
                    }));
  }

  private void moveTimer(Task task, String timer, Date to) {
    jobs.createJobQuery()
        .processInstanceId(task.getProcessInstanceId())
        .activityId(timer)
        .list()
        .forEach(job -> jobs.setJobDuedate(job.getId(), to));
  }

  Optional<Task> find(Handoff handoff, HandoffState question) {
    return Optional.ofNullable(
        tasks
            .createTaskQuery()
            .processInstanceBusinessKey(handoff.id())
            .taskDefinitionKey(question.task())
            .singleResult());
  }
}
