package dev.baton.handoff.step;

import dev.baton.handoff.HandoffProcess;
import dev.baton.handoff.TaskLines;
import dev.baton.handoff.TaskLines.TaskLine;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Puts company and score on a new task, for the columns of the task list; they go with the task.
 */
@Component
final class DescribeTask implements TaskListener {
  private final TaskLines lines;

  DescribeTask(TaskLines lines) {
    this.lines = lines;
  }

  @Override
  public void notify(DelegateTask task) {
    TaskLine line = lines.of(HandoffProcess.LEAD_ID.get(task));
    task.setVariableLocal("company", line.company());
    task.setVariableLocal("score", line.score());
  }
}
