package dev.baton.review.step;

import dev.baton.engine.SubmittedAnswer;
import dev.baton.review.ReviewHolding;
import dev.baton.review.ReviewProcess;
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
    SubmittedAnswer submitted = SubmittedAnswer.take(execution, ReviewProcess.FIELDS);
    holding.close(execution.getProcessBusinessKey(), submitted.fields(), submitted.by());
  }
}
