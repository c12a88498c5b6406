package dev.baton.handoff.step;

import dev.baton.handoff.assignment.EscalationLadder;
import dev.baton.handoff.assignment.EscalationPlan;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Listens at the end of the rule "Choose ladder" and turns its waits into instants. */
@Component
final class PlanLadder implements ExecutionListener {
  private final Clock clock;

  PlanLadder(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void notify(DelegateExecution execution) {
    DmnDecisionResult result = (DmnDecisionResult) execution.getVariable("decisionResult");
    EscalationPlan plan = EscalationPlan.of(result.getResultList(), clock.instant());
    execution.setVariableLocal(EscalationLadder.REMIND_AT.name(), Date.from(plan.remindAt()));
    execution.setVariableLocal(EscalationLadder.REASSIGN_AT.name(), Date.from(plan.reassignAt()));
  }
}
