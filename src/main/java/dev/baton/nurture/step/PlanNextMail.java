package dev.baton.nurture.step;

import dev.baton.nurture.MailScheduler;
import dev.baton.nurture.NurtureProcess;
import java.util.Date;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Listens at the end of "Choose pace" and turns its days into an instant. */
@Component
final class PlanNextMail implements ExecutionListener {
  private final MailScheduler scheduler;

  PlanNextMail(MailScheduler scheduler) {
    this.scheduler = scheduler;
  }

  @Override
  public void notify(DelegateExecution execution) {
    DmnDecisionResult result = (DmnDecisionResult) execution.getVariable("decisionResult");
    NurtureProcess.NEXT_MAIL_DUE_AT.set(
        execution,
        Date.from(scheduler.nextMailAt(execution.getProcessBusinessKey(), result.getResultList())));
  }
}
