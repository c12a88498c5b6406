package dev.baton.handoff;

import dev.baton.score.LeadScored;
import dev.baton.stage.Readiness;
import dev.baton.stage.Stage;
import dev.baton.stage.Stages;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * What the policies AUTO and AUTO_THEN_CONFIRM do in a person's place (rule R10): a lead that is
 * sales-ready or raised its hand is SAL and SQL at one instant, by rule (rule R9).
 */
@Component
public class RuleQualification {
  private final Handoffs handoffs;
  private final HandoffProcess process;
  private final Progress progress;
  private final Readiness readiness;
  private final Stages stages;

  RuleQualification(
      Handoffs handoffs,
      HandoffProcess process,
      Progress progress,
      Readiness readiness,
      Stages stages) {
    this.handoffs = handoffs;
    this.process = process;
    this.progress = progress;
    this.readiness = readiness;
    this.stages = stages;
  }

  /**
   * The lead is an SQL since the fact that led here, however late this step runs.
   *
   * @return whether a person is asked to confirm it
   */
  public boolean qualify(String handoffId) {
    Handoff handoff = handoffs.lock(handoffId).orElseThrow();
    AnswerLog.Entry rule =
        new AnswerLog.Entry(
            State.QUALIFICATION.clock(), "qualify", null, null, null, Stages.RULE, handoff.since());
    progress.reach(handoff, Stage.SAL, State.QUALIFICATION, rule);
    progress.reach(handoff, Stage.SQL, State.FIRST_TOUCH, rule);
    return handoff.policy().isConfirmed();
  }

  /** Takes the place of the review that a lead waits for, once it is sales-ready. */
  void overtake(LeadScored scored) {
    handoffs
        .open(scored.leadId())
        .filter(handoff -> handoff.policy().byRule() && isUnseen(handoff))
        .filter(handoff -> readiness.isSalesReady(scored))
        .ifPresent(handoff -> overtake(handoff.id(), scored.signal().recordedAt()));
  }

  /** Once a person has accepted it, it is theirs to qualify. */
  private boolean isUnseen(Handoff handoff) {
    return stages.current(handoff.leadId()).orElseThrow().stage() == Stage.MQL;
  }

  private void overtake(String handoffId, Instant at) {
    Handoff handoff = handoffs.lock(handoffId).orElseThrow();
    if (handoff.isClosed() || !isUnseen(handoff) || !process.knowsRule(handoff)) {
      return;
    }
    if (process.isAtTask(handoff)) {
      progress.disappears(handoff, at);
      handoffs.advance(handoffId, handoff.state(), at);
    }
    process.overtake(handoff);
  }
}
