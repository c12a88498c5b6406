package dev.baton.review.step;

import dev.baton.review.ReviewNotices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the managers that nobody held a review in time. */
@Component
final class ReportUnheldReview implements JavaDelegate {
  private final ReviewNotices notices;

  ReportUnheldReview(ReviewNotices notices) {
    this.notices = notices;
  }

  @Override
  public void execute(DelegateExecution execution) {
    notices.reportUnheld(execution.getProcessBusinessKey());
  }
}
