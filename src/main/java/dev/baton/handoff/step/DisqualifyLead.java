package dev.baton.handoff.step;

import dev.baton.handoff.NextSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the lead out of the funnel. */
@Component
final class DisqualifyLead implements JavaDelegate {
  private final NextSteps nextSteps;

  DisqualifyLead(NextSteps nextSteps) {
    this.nextSteps = nextSteps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    nextSteps.disqualify(execution.getProcessBusinessKey());
  }
}
