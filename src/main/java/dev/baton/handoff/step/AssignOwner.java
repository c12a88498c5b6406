package dev.baton.handoff.step;

import dev.baton.handoff.Assignments;
import dev.baton.handoff.Handoff;
import dev.baton.handoff.HandoffProcess;
import dev.baton.routing.Wish;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives the handoff to who looks after the company, or to the rep whose turn it is. */
@Component
final class AssignOwner implements JavaDelegate {
  private final Assignments assignments;

  AssignOwner(Assignments assignments) {
    this.assignments = assignments;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Wish wish =
        new Wish(
            HandoffProcess.RULE.get(execution),
            HandoffProcess.OWNER.get(execution),
            HandoffProcess.TEAM.get(execution),
            HandoffProcess.SKILL.get(execution));
    Handoff assigned = assignments.assign(execution.getProcessBusinessKey(), wish);
    HandoffProcess.OWNER.set(execution, assigned.owner());
    HandoffProcess.TEAM.set(execution, assigned.team());
    HandoffProcess.RULE.clear(execution);
    HandoffProcess.SKILL.clear(execution);
  }
}
