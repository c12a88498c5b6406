package dev.baton.handoff.step;

import dev.baton.handoff.Ladder;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives an overdue lead to somebody else. */
@Component
final class ReassignLead implements JavaDelegate {
  private final Ladder ladder;

  ReassignLead(Ladder ladder) {
    this.ladder = ladder;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ladder.reassign(execution.getProcessBusinessKey());
  }
}
