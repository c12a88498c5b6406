package dev.baton.review.step;

import dev.baton.engine.task.AnswerStep;
import dev.baton.engine.task.SubmittedAnswer;
import dev.baton.engine.task.TaskFields;
import dev.baton.review.ReviewCompletion;
import dev.baton.review.ReviewProcess;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Keeps what became of a decision. */
@Component
final class CloseDecision implements AnswerStep {
  private final ReviewCompletion completion;

  CloseDecision(ReviewCompletion completion) {
    this.completion = completion;
  }

  @Override
  public TaskFields form() {
    return ReviewProcess.FIELDS;
  }

  @Override
  public Map<String, Object> record(String decisionId, SubmittedAnswer answer) {
    completion.close(decisionId, answer.fields(), answer.by());
    return Map.of();
  }
}
