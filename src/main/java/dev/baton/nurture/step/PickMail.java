package dev.baton.nurture.step;

import dev.baton.nurture.NurtureProcess;
import dev.baton.nurture.Plans;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Listens at the end of "Choose mail" and picks the next one of the chosen track. */
@Component
final class PickMail implements ExecutionListener {
  private final Plans plans;

  PickMail(Plans plans) {
    this.plans = plans;
  }

  @Override
  public void notify(DelegateExecution execution) {
    DmnDecisionResult result = (DmnDecisionResult) execution.getVariable("decisionResult");
    Plans.Choice choice = plans.choice(execution.getProcessBusinessKey(), result.getResultList());
    NurtureProcess.ACT.set(execution, choice.act());
    NurtureProcess.MAIL.set(execution, choice.mail());
  }
}
