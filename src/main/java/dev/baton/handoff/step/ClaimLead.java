package dev.baton.handoff.step;

import dev.baton.handoff.assignment.Claims;
import dev.baton.handoff.process.HandoffProcess;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Listens to a task's assignee: who claims the task of a lead without owner owns the lead. */
@Component
final class ClaimLead implements TaskListener {
  private final Claims claims;

  ClaimLead(Claims claims) {
    this.claims = claims;
  }

  @Override
  public void notify(DelegateTask task) {
    claims.assigned(task.getExecution().getProcessBusinessKey(), task.getAssignee());
    HandoffProcess.OWNER.set(task, task.getAssignee());
  }
}
