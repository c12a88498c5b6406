package dev.baton.review.step;

import dev.baton.review.ReviewNotices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the managers that a decision was not carried out in time. */
@Component
final class ReportUndoneDecision implements JavaDelegate {
  private final ReviewNotices notices;

  ReportUndoneDecision(ReviewNotices notices) {
    this.notices = notices;
  }

  @Override
  public void execute(DelegateExecution execution) {
    notices.reportUndone(execution.getProcessBusinessKey());
  }
}
