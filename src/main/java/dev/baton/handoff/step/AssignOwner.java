package dev.baton.handoff.step;

import dev.baton.handoff.assignment.OwnerAssignment;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.record.Handoff;
import dev.baton.routing.RoutingPreference;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives the handoff to who looks after the company, or to the next rep by round robin. */
@Component
final class AssignOwner implements JavaDelegate {
  private final OwnerAssignment assignment;

  AssignOwner(OwnerAssignment assignment) {
    this.assignment = assignment;
  }

  @Override
  public void execute(DelegateExecution execution) {
    RoutingPreference preference =
        RoutingPreference.of(
            HandoffProcess.RULE.get(execution),
            HandoffProcess.OWNER.get(execution),
            HandoffProcess.TEAM.get(execution),
            HandoffProcess.SKILL.get(execution));
    Handoff assigned = assignment.assign(execution.getProcessBusinessKey(), preference);
    HandoffProcess.OWNER.set(execution, assigned.owner());
    HandoffProcess.TEAM.set(execution, assigned.team());
    HandoffProcess.RULE.clear(execution);
    HandoffProcess.SKILL.clear(execution);
  }
}
