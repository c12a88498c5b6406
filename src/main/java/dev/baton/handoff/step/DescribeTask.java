package dev.baton.handoff.step;

import dev.baton.handoff.answer.QualificationFrameworks;
import dev.baton.handoff.notice.TaskDescriptions;
import dev.baton.handoff.notice.TaskDescriptions.TaskLine;
import dev.baton.handoff.process.HandoffProcess;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Puts company and score on a new task, for the columns of the task list, when the lead is to be
 * tried again, and which form asks for a qualification; all of it goes with the task.
 */
@Component
final class DescribeTask implements TaskListener {
  private static final String QUALIFY = "qualifyLead";

  private final TaskDescriptions descriptions;
  private final QualificationFrameworks frameworks;

  DescribeTask(TaskDescriptions descriptions, QualificationFrameworks frameworks) {
    this.descriptions = descriptions;
    this.frameworks = frameworks;
  }

  @Override
  public void notify(DelegateTask task) {
    String handoffId = task.getExecution().getProcessBusinessKey();
    TaskLine line = descriptions.of(HandoffProcess.LEAD_ID.get(task), handoffId);
    task.setVariableLocal("company", line.company());
    task.setVariableLocal("score", line.score());
    task.setFollowUpDate(line.nextAttempt());
    if (task.getTaskDefinitionKey().equals(QUALIFY)) {
      task.setVariableLocal("form", frameworks.form(handoffId));
    }
  }
}
