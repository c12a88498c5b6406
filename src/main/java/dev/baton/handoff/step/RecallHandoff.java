package dev.baton.handoff.step;

import dev.baton.handoff.record.Handoffs;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * Listens at the start of a rule task and lends it what the handoff's record knows; the loan ends
 * with the task. What the task names itself stays: a confirmation has another clock than the state.
 */
@Component
final class RecallHandoff implements ExecutionListener {
  private final Handoffs handoffs;

  RecallHandoff(Handoffs handoffs) {
    this.handoffs = handoffs;
  }

  @Override
  public void notify(DelegateExecution execution) {
    // the step behind the table writes to it
    handoffs
        .lock(execution.getProcessBusinessKey())
        .orElseThrow()
        .recalled()
        .forEach(
            (name, value) -> {
              if (!execution.hasVariableLocal(name)) {
                execution.setVariableLocal(name, value);
              }
            });
  }
}
