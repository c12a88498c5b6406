package dev.baton.handoff.step;

import dev.baton.engine.task.AnswerStep;
import dev.baton.engine.task.SubmittedAnswer;
import dev.baton.engine.task.TaskFields;
import dev.baton.handoff.Answers;
import dev.baton.handoff.process.HandoffProcess;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Records accept or reject. */
@Component
final class RecordReview implements AnswerStep {
  private final Answers answers;

  RecordReview(Answers answers) {
    this.answers = answers;
  }

  @Override
  public TaskFields form() {
    return HandoffProcess.FIELDS;
  }

  @Override
  public Map<String, Object> record(String handoffId, SubmittedAnswer answer) {
    return HandoffVariables.of(answers.recordReview(handoffId, answer.fields(), answer.by()));
  }
}
