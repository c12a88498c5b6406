package dev.baton.handoff.step;

import dev.baton.engine.task.AnswerStep;
import dev.baton.engine.task.SubmittedAnswer;
import dev.baton.engine.task.TaskFields;
import dev.baton.handoff.AnswerCheck;
import dev.baton.handoff.Answers;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.record.HandoffState;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Records qualify or disqualify. */
@Component
final class RecordQualification implements AnswerStep {
  private final Answers answers;
  private final AnswerCheck check;

  RecordQualification(Answers answers, AnswerCheck check) {
    this.answers = answers;
    this.check = check;
  }

  @Override
  public TaskFields form() {
    return HandoffProcess.FIELDS;
  }

  @Override
  public Map<String, Object> record(String handoffId, SubmittedAnswer answer) {
    if (answer.inTasklist()) {
      check.onPage(handoffId, HandoffState.QUALIFICATION, answer.fields(), answer.by());
    }
    return HandoffVariables.of(
        answers.recordQualification(handoffId, answer.fields(), answer.by()));
  }
}
