package dev.baton.handoff.step;

import dev.baton.engine.task.AnswerStep;
import dev.baton.engine.task.SubmittedAnswer;
import dev.baton.engine.task.TaskFields;
import dev.baton.handoff.AddedAnswers;
import dev.baton.handoff.process.HandoffProcess;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Records the answer to a designer's question, whose clock it names. */
@Component
final class RecordOwedAnswer implements AnswerStep {
  private final AddedAnswers answers;

  RecordOwedAnswer(AddedAnswers answers) {
    this.answers = answers;
  }

  @Override
  public TaskFields form() {
    return HandoffProcess.FIELDS;
  }

  @Override
  public Map<String, Object> record(String handoffId, SubmittedAnswer answer) {
    return HandoffVariables.of(answers.record(handoffId, answer.fields(), answer.by()));
  }
}
