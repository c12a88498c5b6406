package dev.baton.handoff.step;

import dev.baton.handoff.HandoffProcess;
import dev.baton.handoff.QualificationPacks;
import dev.baton.handoff.TaskLines;
import dev.baton.handoff.TaskLines.TaskLine;
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

  private final TaskLines lines;
  private final QualificationPacks packs;

  DescribeTask(TaskLines lines, QualificationPacks packs) {
    this.lines = lines;
    this.packs = packs;
  }

  @Override
  public void notify(DelegateTask task) {
    String handoffId = task.getExecution().getProcessBusinessKey();
    TaskLine line = lines.of(HandoffProcess.LEAD_ID.get(task), handoffId);
    task.setVariableLocal("company", line.company());
    task.setVariableLocal("score", line.score());
    task.setFollowUpDate(line.nextAttempt());
    if (task.getTaskDefinitionKey().equals(QUALIFY)) {
      task.setVariableLocal("form", packs.form(handoffId));
    }
  }
}
