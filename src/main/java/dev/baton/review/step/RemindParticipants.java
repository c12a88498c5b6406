package dev.baton.review.step;

import dev.baton.review.ReviewNotices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says that a review is to be held soon. */
@Component
final class RemindParticipants implements JavaDelegate {
  private final ReviewNotices notices;

  RemindParticipants(ReviewNotices notices) {
    this.notices = notices;
  }

  @Override
  public void execute(DelegateExecution execution) {
    notices.remindParticipants(execution.getProcessBusinessKey());
  }
}
