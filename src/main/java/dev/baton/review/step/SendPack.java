package dev.baton.review.step;

import dev.baton.review.ReviewNotices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells everybody who takes part what to look at. */
@Component
final class SendPack implements JavaDelegate {
  private final ReviewNotices notices;

  SendPack(ReviewNotices notices) {
    this.notices = notices;
  }

  @Override
  public void execute(DelegateExecution execution) {
    notices.send(execution.getProcessBusinessKey());
  }
}
