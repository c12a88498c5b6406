package dev.baton.handoff.step;

import dev.baton.handoff.FollowUps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records what marketing says to a no. */
@Component
final class RecordAnswer implements JavaDelegate {
  private final FollowUps followUps;

  RecordAnswer(FollowUps followUps) {
    this.followUps = followUps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Submitted submitted = Submitted.take(execution);
    submitted.goOn(
        execution,
        followUps.recordAnswer(
            execution.getProcessBusinessKey(), submitted.fields(), submitted.by()));
  }
}
