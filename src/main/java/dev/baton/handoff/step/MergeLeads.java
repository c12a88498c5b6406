package dev.baton.handoff.step;

import dev.baton.handoff.Duplicates;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Makes the two records one. */
@Component
final class MergeLeads implements JavaDelegate {
  private final Duplicates duplicates;

  MergeLeads(Duplicates duplicates) {
    this.duplicates = duplicates;
  }

  @Override
  public void execute(DelegateExecution execution) {
    duplicates.merge(execution.getProcessBusinessKey());
  }
}
