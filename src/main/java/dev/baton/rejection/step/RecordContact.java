package dev.baton.rejection.step;

import dev.baton.engine.AnswerStep;
import dev.baton.engine.SubmittedAnswer;
import dev.baton.engine.TaskFields;
import dev.baton.rejection.ContactSearch;
import dev.baton.rejection.RejectionProcesses;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Records who decides at the company, if somebody was found. */
@Component
final class RecordContact implements AnswerStep {
  private final ContactSearch search;

  RecordContact(ContactSearch search) {
    this.search = search;
  }

  @Override
  public TaskFields form() {
    return RejectionProcesses.FIELDS;
  }

  @Override
  public Map<String, Object> record(String handoffId, SubmittedAnswer answer) {
    return RejectionVariables.of(search.record(handoffId, answer.fields(), answer.by()));
  }
}
