package dev.baton.review.step;

import dev.baton.engine.Step;
import dev.baton.review.ReviewNotices;
import org.springframework.stereotype.Component;

/** Says that a review is to be held soon. */
@Component
final class RemindParticipants implements Step {
  private final ReviewNotices notices;

  RemindParticipants(ReviewNotices notices) {
    this.notices = notices;
  }

  @Override
  public void run(String reviewId) {
    notices.remindParticipants(reviewId);
  }
}
