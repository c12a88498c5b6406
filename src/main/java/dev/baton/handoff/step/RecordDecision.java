package dev.baton.handoff.step;

import dev.baton.handoff.FollowUps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records what a manager decides on a contest. */
@Component
final class RecordDecision implements JavaDelegate {
  private final FollowUps followUps;

  RecordDecision(FollowUps followUps) {
    this.followUps = followUps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Submitted submitted = Submitted.take(execution);
    submitted.goOn(
        execution,
        followUps.recordDecision(
            execution.getProcessBusinessKey(), submitted.fields(), submitted.by()));
  }
}
