package dev.baton.review.step;

import dev.baton.review.ReviewHolding;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what became of a decision. */
@Component
final class CloseDecision implements JavaDelegate {
  private final ReviewHolding holding;

  CloseDecision(ReviewHolding holding) {
    this.holding = holding;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Submitted submitted = Submitted.take(execution);
    holding.close(execution.getProcessBusinessKey(), submitted.fields(), submitted.by());
  }
}
