package dev.baton.handoff.step;

import dev.baton.engine.task.AnswerStep;
import dev.baton.engine.task.SubmittedAnswer;
import dev.baton.engine.task.TaskFields;
import dev.baton.handoff.Answers;
import dev.baton.handoff.process.HandoffProcess;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Records qualify or disqualify. */
@Component
final class RecordQualification implements AnswerStep {
  private final Answers answers;

  RecordQualification(Answers answers) {
    this.answers = answers;
  }

  @Override
  public TaskFields form() {
    return HandoffProcess.FIELDS;
  }

  @Override
  public Map<String, Object> record(String handoffId, SubmittedAnswer answer) {
    return HandoffVariables.of(
        answers.recordQualification(handoffId, answer.fields(), answer.by()));
  }
}
