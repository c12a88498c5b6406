package dev.baton.handoff;

import dev.baton.engine.Decisions;
import dev.baton.stage.Stage;
import dev.baton.stage.Stages;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where a lead goes after a no, by its reason: the table {@code rejection-next-step}. */
@Component
public class NextSteps {
  /** Reasons for which the rep may know the day: of better timing, or of a contract's renewal. */
  private static final Set<String> ON_A_DATE = Set.of("bad_timing", "competitor");

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
    AnswerLog.Entry no = log.lastAnswer(handoffId).orElseThrow();
    Instant coolingUntil = stage == Stage.RECYCLED ? coolingUntil(handoff, no) : null;
    Progress.move(
        stages.leave(
            handoff.leadId(),
            stage,
            handoff.closedAt(),
            no.answeredBy(),
            handoff.reason(),
            coolingUntil));
    handoffs.release(handoffId);
  }

  private Instant coolingUntil(Handoff handoff, AnswerLog.Entry no) {
    Optional<Instant> named =
        ON_A_DATE.contains(handoff.reason()) ? Criteria.timingDate(no) : Optional.empty();
    return named
        .filter(date -> date.isAfter(handoff.closedAt()))
        .orElseGet(
            () ->
                row(handoff.reason()).get("coolingOffDays") instanceof Number days
                    ? handoff.closedAt().plus(Duration.ofDays(days.longValue()))
                    : null);
  }

  private Map<String, Object> row(String reason) {
    return decisions.evaluate("rejection-next-step", Map.of("reason", reason)).get(0);
  }
}
