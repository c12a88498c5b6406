package dev.baton.handoff.step;

import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.SlaPolicies;
import dev.baton.handoff.lifecycle.DeadlineSteps;
import dev.baton.handoff.process.HandoffProcess;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Listens at the end of a "Choose … SLA" rule and starts the clock that the rule promised. */
@Component
final class StartClock implements ExecutionListener {
  private final DeadlineSteps steps;
  private final SlaPolicies policies;

  StartClock(DeadlineSteps steps, SlaPolicies policies) {
    this.steps = steps;
    this.policies = policies;
  }

  @Override
  public void notify(DelegateExecution execution) {
    String question = (String) execution.getVariable("clock");
    DmnDecisionResult result = (DmnDecisionResult) execution.getVariable("decisionResult");
    Deadline deadline =
        steps.start(
            execution.getProcessBusinessKey(),
            question,
            HandoffProcess.HAND_RAISE.get(execution),
            policies.promised(result.getResultList(), question));
    // a form would show the answer to the last question as the answer to this one
    HandoffProcess.DECISION.clear(execution);
    HandoffProcess.REASON.clear(execution);
    HandoffProcess.DUE_AT.set(execution, Date.from(deadline.dueAt()));
    HandoffProcess.WARN_AT.set(execution, Date.from(firstOf(deadline)));
  }

  /** Without a reminder the timer waits for the due instant and then reminds nobody. */
  private static Instant firstOf(Deadline deadline) {
    return deadline.targets().warnAt() == null ? deadline.dueAt() : deadline.targets().warnAt();
  }
}
