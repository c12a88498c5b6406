package dev.baton.rejection.step;

import dev.baton.engine.task.AnswerStep;
import dev.baton.engine.task.SubmittedAnswer;
import dev.baton.engine.task.TaskFields;
import dev.baton.rejection.Duplicates;
import dev.baton.rejection.RejectionProcesses;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Records which other lead it is, if there is one. */
@Component
final class RecordOtherLead implements AnswerStep {
  private final Duplicates duplicates;

  RecordOtherLead(Duplicates duplicates) {
    this.duplicates = duplicates;
  }

  @Override
  public TaskFields form() {
    return RejectionProcesses.FIELDS;
  }

  @Override
  public Map<String, Object> record(String handoffId, SubmittedAnswer answer) {
    return RejectionVariables.of(duplicates.record(handoffId, answer.fields(), answer.by()));
  }
}
