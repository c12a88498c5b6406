package dev.baton.review.step;

import dev.baton.engine.Step;
import dev.baton.review.ReviewCompletion;
import org.springframework.stereotype.Component;

/** Makes each decision a task of its owner. */
@Component
final class StartFollowUps implements Step {
  private final ReviewCompletion holding;

  StartFollowUps(ReviewCompletion holding) {
    this.holding = holding;
  }

  @Override
  public void run(String reviewId) {
    holding.startFollowUps(reviewId);
  }
}
