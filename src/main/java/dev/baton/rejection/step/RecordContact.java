package dev.baton.rejection.step;

import dev.baton.engine.SubmittedAnswer;
import dev.baton.rejection.ContactSearch;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records who decides at the company, if somebody was found. */
@Component
final class RecordContact implements JavaDelegate {
  private final ContactSearch search;

  RecordContact(ContactSearch search) {
    this.search = search;
  }

  @Override
  public void execute(DelegateExecution execution) {
    SubmittedAnswer submitted = RejectionVariables.take(execution);
    RejectionVariables.write(
        execution,
        search.record(execution.getProcessBusinessKey(), submitted.fields(), submitted.by()));
  }
}
