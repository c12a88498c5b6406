package dev.baton.rejection.step;

import dev.baton.engine.SubmittedAnswer;
import dev.baton.rejection.Duplicates;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records which other lead it is, if there is one. */
@Component
final class RecordOtherLead implements JavaDelegate {
  private final Duplicates duplicates;

  RecordOtherLead(Duplicates duplicates) {
    this.duplicates = duplicates;
  }

  @Override
  public void execute(DelegateExecution execution) {
    SubmittedAnswer submitted = RejectionVariables.take(execution);
    RejectionVariables.write(
        execution,
        duplicates.record(execution.getProcessBusinessKey(), submitted.fields(), submitted.by()));
  }
}
