package dev.baton.handoff.step;

import dev.baton.handoff.assignment.EscalationLadder;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives an overdue lead to somebody else. */
@Component
final class ReassignLead implements JavaDelegate {
  private final EscalationLadder ladder;

  ReassignLead(EscalationLadder ladder) {
    this.ladder = ladder;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ladder.reassign(execution.getProcessBusinessKey(), execution.getProcessInstanceId());
  }
}
