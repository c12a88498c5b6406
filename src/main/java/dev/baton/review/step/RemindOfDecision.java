package dev.baton.review.step;

import dev.baton.review.ReviewNotices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says to its owner that a decision is due today. */
@Component
final class RemindOfDecision implements JavaDelegate {
  private final ReviewNotices notices;

  RemindOfDecision(ReviewNotices notices) {
    this.notices = notices;
  }

  @Override
  public void execute(DelegateExecution execution) {
    notices.remindOfDecision(execution.getProcessBusinessKey());
  }
}
