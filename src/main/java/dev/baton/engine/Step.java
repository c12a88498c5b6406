package dev.baton.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Step of a process that needs nothing but the business key of its instance. */
@FunctionalInterface
public interface Step extends JavaDelegate {
  void run(String businessKey);

  @Override
  default void execute(DelegateExecution execution) {
    run(execution.getProcessBusinessKey());
  }
}
