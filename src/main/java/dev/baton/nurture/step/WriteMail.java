package dev.baton.nurture.step;

import dev.baton.nurture.NurtureProcess;
import dev.baton.nurture.Plans;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts the chosen mail into the outbox. */
@Component
final class WriteMail implements JavaDelegate {
  private final Plans plans;

  WriteMail(Plans plans) {
    this.plans = plans;
  }

  @Override
  public void execute(DelegateExecution execution) {
    plans.write(execution.getProcessBusinessKey(), NurtureProcess.MAIL.get(execution));
  }
}
