package dev.baton.handoff;

import dev.baton.engine.Decisions;
import dev.baton.stage.Stage;
import dev.baton.stage.Stages;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Where a lead goes after a no, by its reason: the table {@code rejection-next-step}. */
@Component
public class NextSteps {
  private final Handoffs handoffs;
  private final AnswerLog log;
  private final Stages stages;
  private final Decisions decisions;

  NextSteps(Handoffs handoffs, AnswerLog log, Stages stages, Decisions decisions) {
    this.handoffs = handoffs;
    this.log = log;
    this.stages = stages;
    this.decisions = decisions;
  }

  /** Sends the lead back to marketing; for the cooling-off only its own hand brings it back. */
  public void recycle(String handoffId) {
    leave(handoffId, Stage.RECYCLED);
  }

  public void disqualify(String handoffId) {
    leave(handoffId, Stage.DISQUALIFIED);
  }

  /** What the process does after a no, for a handoff whose process has ended. */
  void apply(String handoffId) {
    Handoff handoff = handoffs.find(handoffId).orElseThrow();
    leave(handoffId, Stage.valueOf((String) row(handoff.reason()).get("nextStep")));
  }

  private void leave(String handoffId, Stage stage) {
    Handoff handoff = handoffs.lock(handoffId).orElseThrow();
    Instant at = handoff.closedAt();
    Object days = row(handoff.reason()).get("coolingOffDays");
    Instant coolingUntil =
        stage == Stage.RECYCLED && days instanceof Number number
            ? at.plus(Duration.ofDays(number.longValue()))
            : null;
    var answers = log.of(handoffId);
    String by = answers.get(answers.size() - 1).answeredBy();
    Progress.move(stages.leave(handoff.leadId(), stage, at, by, handoff.reason(), coolingUntil));
    handoffs.release(handoffId);
  }

  private Map<String, Object> row(String reason) {
    return decisions.evaluate("rejection-next-step", Map.of("reason", reason)).get(0);
  }
}
