package dev.baton.review.step;

import dev.baton.engine.Step;
import dev.baton.review.ReviewNotices;
import org.springframework.stereotype.Component;

/** Says to its owner that a decision is due today. */
@Component
final class RemindOfDecision implements Step {
  private final ReviewNotices notices;

  RemindOfDecision(ReviewNotices notices) {
    this.notices = notices;
  }

  @Override
  public void run(String decisionId) {
    notices.remindOfDecision(decisionId);
  }
}
