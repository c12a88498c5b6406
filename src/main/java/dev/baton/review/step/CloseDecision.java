package dev.baton.review.step;

import dev.baton.engine.AnswerStep;
import dev.baton.engine.SubmittedAnswer;
import dev.baton.engine.TaskFields;
import dev.baton.review.ReviewCompletion;
import dev.baton.review.ReviewProcess;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Keeps what became of a decision. */
@Component
final class CloseDecision implements AnswerStep {
  private final ReviewCompletion holding;

  CloseDecision(ReviewCompletion holding) {
    this.holding = holding;
  }

  @Override
  public TaskFields form() {
    return ReviewProcess.FIELDS;
  }

  @Override
  public Map<String, Object> record(String decisionId, SubmittedAnswer answer) {
    holding.close(decisionId, answer.fields(), answer.by());
    return Map.of();
  }
}
