package dev.baton.handoff.step;

import dev.baton.engine.SubmittedAnswer;
import dev.baton.handoff.Answers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records qualify or disqualify. */
@Component
final class RecordQualification implements JavaDelegate {
  private final Answers answers;

  RecordQualification(Answers answers) {
    this.answers = answers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    SubmittedAnswer submitted = HandoffVariables.take(execution);
    HandoffVariables.write(
        execution,
        answers.recordQualification(
            execution.getProcessBusinessKey(), submitted.fields(), submitted.by()));
  }
}
