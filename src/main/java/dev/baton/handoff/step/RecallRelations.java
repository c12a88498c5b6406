package dev.baton.handoff.step;

import dev.baton.handoff.assignment.AccountRelations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * Listens at the start of "Choose team" and lends it who looks after the company already and what
 * the lead speaks; the loan ends with the task.
 */
@Component
final class RecallRelations implements ExecutionListener {
  private final AccountRelations relations;

  RecallRelations(AccountRelations relations) {
    this.relations = relations;
  }

  @Override
  public void notify(DelegateExecution execution) {
    relations.of(execution.getProcessBusinessKey()).forEach(execution::setVariableLocal);
  }
}
