package dev.baton.nurture.step;

import dev.baton.nurture.MailScheduler;
import dev.baton.nurture.NurtureProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts the chosen mail into the outbox. */
@Component
final class WriteMail implements JavaDelegate {
  private final MailScheduler scheduler;

  WriteMail(MailScheduler scheduler) {
    this.scheduler = scheduler;
  }

  @Override
  public void execute(DelegateExecution execution) {
    scheduler.write(execution.getProcessBusinessKey(), NurtureProcess.MAIL.get(execution));
  }
}
