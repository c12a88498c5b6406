package dev.baton.review.step;

import dev.baton.engine.Step;
import dev.baton.review.ReviewNotices;
import org.springframework.stereotype.Component;

/** Tells the managers that nobody held a review in time. */
@Component
final class ReportUnheldReview implements Step {
  private final ReviewNotices notices;

  ReportUnheldReview(ReviewNotices notices) {
    this.notices = notices;
  }

  @Override
  public void run(String reviewId) {
    notices.reportUnheld(reviewId);
  }
}
