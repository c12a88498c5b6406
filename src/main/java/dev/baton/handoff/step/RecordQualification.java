package dev.baton.handoff.step;

import dev.baton.handoff.Answers;
import dev.baton.handoff.Submitted;
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
    Submitted submitted = Submitted.take(execution);
    submitted.decide(
        execution,
        answers.recordQualification(
            execution.getProcessBusinessKey(), submitted.fields(), submitted.by()));
  }
}
