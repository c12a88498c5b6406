package dev.baton.handoff.step;

import dev.baton.handoff.lifecycle.AutomaticQualification;
import dev.baton.handoff.process.HandoffProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Makes a sales-ready lead an SQL without a person. */
@Component
final class QualifyByRule implements JavaDelegate {
  private final AutomaticQualification rule;

  QualifyByRule(AutomaticQualification rule) {
    this.rule = rule;
  }

  @Override
  public void execute(DelegateExecution execution) {
    boolean confirm = rule.qualify(execution.getProcessBusinessKey());
    HandoffProcess.DECISION.set(execution, confirm ? "confirm" : "qualify");
  }
}
