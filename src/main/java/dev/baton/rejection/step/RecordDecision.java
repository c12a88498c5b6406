package dev.baton.rejection.step;

import dev.baton.engine.task.AnswerStep;
import dev.baton.engine.task.SubmittedAnswer;
import dev.baton.engine.task.TaskFields;
import dev.baton.rejection.MarketingFollowUps;
import dev.baton.rejection.RejectionProcesses;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Records what a manager decides on a contest. */
@Component
final class RecordDecision implements AnswerStep {
  private final MarketingFollowUps marketingFollowUps;

  RecordDecision(MarketingFollowUps marketingFollowUps) {
    this.marketingFollowUps = marketingFollowUps;
  }

  @Override
  public TaskFields form() {
    return RejectionProcesses.FIELDS;
  }

  @Override
  public Map<String, Object> record(String handoffId, SubmittedAnswer answer) {
    return RejectionVariables.of(
        marketingFollowUps.recordDecision(handoffId, answer.fields(), answer.by()));
  }
}
