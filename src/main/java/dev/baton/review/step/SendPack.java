package dev.baton.review.step;

import dev.baton.engine.Step;
import dev.baton.review.ReviewNotices;
import org.springframework.stereotype.Component;

/** Tells everybody who takes part what to look at. */
@Component
final class SendPack implements Step {
  private final ReviewNotices notices;

  SendPack(ReviewNotices notices) {
    this.notices = notices;
  }

  @Override
  public void run(String reviewId) {
    notices.send(reviewId);
  }
}
