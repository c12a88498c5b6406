package dev.baton.handoff.step;

import dev.baton.handoff.ContactSearch;
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
    Submitted submitted = Submitted.take(execution);
    submitted.goOn(
        execution,
        search.record(execution.getProcessBusinessKey(), submitted.fields(), submitted.by()));
  }
}
