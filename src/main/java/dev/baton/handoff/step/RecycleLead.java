package dev.baton.handoff.step;

import dev.baton.handoff.NextSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends the lead back to marketing with the memory of why. */
@Component
final class RecycleLead implements JavaDelegate {
  private final NextSteps nextSteps;

  RecycleLead(NextSteps nextSteps) {
    this.nextSteps = nextSteps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    nextSteps.recycle(execution.getProcessBusinessKey());
  }
}
