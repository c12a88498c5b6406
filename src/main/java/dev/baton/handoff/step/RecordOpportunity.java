package dev.baton.handoff.step;

import dev.baton.engine.task.AnswerStep;
import dev.baton.engine.task.SubmittedAnswer;
import dev.baton.engine.task.TaskFields;
import dev.baton.handoff.Answers;
import dev.baton.handoff.process.HandoffProcess;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Records the deal, or that the lead is lost. */
@Component
final class RecordOpportunity implements AnswerStep {
  private final Answers answers;

  RecordOpportunity(Answers answers) {
    this.answers = answers;
  }

  @Override
  public TaskFields form() {
    return HandoffProcess.FIELDS;
  }

  @Override
  public Map<String, Object> record(String handoffId, SubmittedAnswer answer) {
    return HandoffVariables.of(answers.recordOpportunity(handoffId, answer.fields(), answer.by()));
  }
}
