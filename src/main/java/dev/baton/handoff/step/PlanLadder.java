package dev.baton.handoff.step;

import dev.baton.handoff.Ladder;
import java.util.Date;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Listens at the end of the rule "Choose ladder" and turns its waits into instants. */
@Component
final class PlanLadder implements ExecutionListener {
  private final Ladder ladder;

  PlanLadder(Ladder ladder) {
    this.ladder = ladder;
  }

  @Override
  public void notify(DelegateExecution execution) {
    DmnDecisionResult result = (DmnDecisionResult) execution.getVariable("decisionResult");
    Ladder.Plan plan = ladder.plan(result.getResultList());
    execution.setVariableLocal(Ladder.REMIND_AT.name(), Date.from(plan.remindAt()));
    execution.setVariableLocal(Ladder.REASSIGN_AT.name(), Date.from(plan.reassignAt()));
  }
}
