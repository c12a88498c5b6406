package dev.baton.rejection.step;

import dev.baton.engine.task.AnswerStep;
import dev.baton.engine.task.SubmittedAnswer;
import dev.baton.engine.task.TaskFields;
import dev.baton.rejection.MarketingFollowUps;
import dev.baton.rejection.RejectionProcesses;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Records what marketing says to a no. */
@Component
final class RecordAnswer implements AnswerStep {
  private final MarketingFollowUps marketingFollowUps;

  RecordAnswer(MarketingFollowUps marketingFollowUps) {
    this.marketingFollowUps = marketingFollowUps;
  }

  @Override
  public TaskFields form() {
    return RejectionProcesses.FIELDS;
  }

  @Override
  public Map<String, Object> record(String handoffId, SubmittedAnswer answer) {
    return RejectionVariables.of(
        marketingFollowUps.recordAnswer(handoffId, answer.fields(), answer.by()));
  }
}
