package dev.baton.rejection.step;

import dev.baton.engine.AnswerStep;
import dev.baton.engine.SubmittedAnswer;
import dev.baton.engine.TaskFields;
import dev.baton.rejection.Duties;
import dev.baton.rejection.FollowUps;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Records what marketing says to a no. */
@Component
final class RecordAnswer implements AnswerStep {
  private final FollowUps followUps;

  RecordAnswer(FollowUps followUps) {
    this.followUps = followUps;
  }

  @Override
  public TaskFields form() {
    return Duties.FIELDS;
  }

  @Override
  public Map<String, Object> record(String handoffId, SubmittedAnswer answer) {
    return RejectionVariables.of(followUps.recordAnswer(handoffId, answer.fields(), answer.by()));
  }
}
