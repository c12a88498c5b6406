package dev.baton.review.step;

import dev.baton.engine.Step;
import dev.baton.review.ReviewNotices;
import org.springframework.stereotype.Component;

/** Tells the managers that a decision was not carried out in time. */
@Component
final class ReportUndoneDecision implements Step {
  private final ReviewNotices notices;

  ReportUndoneDecision(ReviewNotices notices) {
    this.notices = notices;
  }

  @Override
  public void run(String decisionId) {
    notices.reportUndone(decisionId);
  }
}
