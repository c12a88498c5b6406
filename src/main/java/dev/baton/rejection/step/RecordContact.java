package dev.baton.rejection.step;

import dev.baton.engine.task.AnswerStep;
import dev.baton.engine.task.SubmittedAnswer;
import dev.baton.engine.task.TaskFields;
import dev.baton.rejection.FoundContacts;
import dev.baton.rejection.RejectionProcesses;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Records who decides at the company, if somebody was found. */
@Component
final class RecordContact implements AnswerStep {
  private final FoundContacts contacts;

  RecordContact(FoundContacts contacts) {
    this.contacts = contacts;
  }

  @Override
  public TaskFields form() {
    return RejectionProcesses.FIELDS;
  }

  @Override
  public Map<String, Object> record(String handoffId, SubmittedAnswer answer) {
    return RejectionVariables.of(contacts.record(handoffId, answer.fields(), answer.by()));
  }
}
