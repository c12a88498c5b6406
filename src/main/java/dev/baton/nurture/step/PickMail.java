package dev.baton.nurture.step;

import dev.baton.nurture.MailScheduler;
import dev.baton.nurture.NurtureProcess;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Listens at the end of "Choose mail" and picks the next one of the chosen track. */
@Component
final class PickMail implements ExecutionListener {
  private final MailScheduler scheduler;

  PickMail(MailScheduler scheduler) {
    this.scheduler = scheduler;
  }

  @Override
  public void notify(DelegateExecution execution) {
    DmnDecisionResult result = (DmnDecisionResult) execution.getVariable("decisionResult");
    MailScheduler.Choice choice =
        scheduler.choice(execution.getProcessBusinessKey(), result.getResultList());
    NurtureProcess.ACT.set(execution, choice.act());
    NurtureProcess.MAIL.set(execution, choice.mail());
  }
}
