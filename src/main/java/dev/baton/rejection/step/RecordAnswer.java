package dev.baton.rejection.step;

import dev.baton.engine.SubmittedAnswer;
import dev.baton.rejection.FollowUps;
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
    SubmittedAnswer submitted = RejectionVariables.take(execution);
    RejectionVariables.write(
        execution,
        followUps.recordAnswer(
            execution.getProcessBusinessKey(), submitted.fields(), submitted.by()));
  }
}
