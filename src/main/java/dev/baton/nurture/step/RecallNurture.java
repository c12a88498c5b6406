package dev.baton.nurture.step;

import dev.baton.nurture.NurtureInputs;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Lends a rule task what is known of the lead; it is gone when the task is over. */
@Component
final class RecallNurture implements ExecutionListener {
  private final NurtureInputs inputs;

  RecallNurture(NurtureInputs inputs) {
    this.inputs = inputs;
  }

  @Override
  public void notify(DelegateExecution execution) {
    inputs.of(execution.getProcessBusinessKey()).forEach(execution::setVariableLocal);
  }
}
