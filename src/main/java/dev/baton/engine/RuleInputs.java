package dev.baton.engine;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/**
 * Listener at the start of a rule task that lends it what its table asks for; the loan ends with
 * the task. What the task names itself stays.
 */
@FunctionalInterface
public interface RuleInputs extends ExecutionListener {
  Map<String, Object> of(String businessKey);

  @Override
  default void notify(DelegateExecution execution) {
    of(execution.getProcessBusinessKey())
        .forEach(
            (name, value) -> {
              if (!execution.hasVariableLocal(name)) {
                execution.setVariableLocal(name, value);
              }
            });
  }
}
