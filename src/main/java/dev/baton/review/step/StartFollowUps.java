package dev.baton.review.step;

import dev.baton.review.ReviewHolding;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Makes each decision a task of its owner. */
@Component
final class StartFollowUps implements JavaDelegate {
  private final ReviewHolding holding;

  StartFollowUps(ReviewHolding holding) {
    this.holding = holding;
  }

  @Override
  public void execute(DelegateExecution execution) {
    holding.startFollowUps(execution.getProcessBusinessKey());
  }
}
