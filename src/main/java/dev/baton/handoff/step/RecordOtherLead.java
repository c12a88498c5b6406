package dev.baton.handoff.step;

import dev.baton.handoff.Duplicates;
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
    Submitted submitted = Submitted.take(execution);
    submitted.goOn(
        execution,
        duplicates.record(execution.getProcessBusinessKey(), submitted.fields(), submitted.by()));
  }
}
