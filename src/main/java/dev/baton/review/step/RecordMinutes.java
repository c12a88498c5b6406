package dev.baton.review.step;

import dev.baton.engine.task.AnswerStep;
import dev.baton.engine.task.SubmittedAnswer;
import dev.baton.engine.task.TaskFields;
import dev.baton.review.ReviewCompletion;
import dev.baton.review.ReviewProcess;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Keeps what a review ended with. */
@Component
final class RecordMinutes implements AnswerStep {
  private final ReviewCompletion completion;

  RecordMinutes(ReviewCompletion completion) {
    this.completion = completion;
  }

  @Override
  public TaskFields form() {
    return ReviewProcess.FIELDS;
  }

  @Override
  public Map<String, Object> record(String reviewId, SubmittedAnswer answer) {
    completion.record(reviewId, answer.fields(), answer.by());
    return Map.of();
  }
}
