package dev.baton.review.step;

import dev.baton.review.HandoffReview;
import dev.baton.review.ReviewDeadline;
import dev.baton.review.ReviewOpening;
import dev.baton.review.ReviewProcess;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Freezes what a review looks at, and leaves by when it is to be held. */
@Component
final class CompilePack implements JavaDelegate {
  private final ReviewOpening opening;

  CompilePack(ReviewOpening opening) {
    this.opening = opening;
  }

  @Override
  public void execute(DelegateExecution execution) {
    HandoffReview review = opening.open(execution.getProcessBusinessKey());
    ReviewProcess.TEAM.set(execution, String.join(",", review.participants()));
    ReviewProcess.OWNER.set(execution, null);
    ReviewDeadline deadline = review.openDeadline();
    ReviewProcess.WARN_AT.set(execution, Date.from(deadline.warnAt()));
    ReviewProcess.DUE_AT.set(execution, Date.from(deadline.dueAt()));
  }
}
