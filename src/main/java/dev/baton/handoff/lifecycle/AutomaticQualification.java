package dev.baton.handoff.lifecycle;

import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.record.AnswerEntry;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.Handoffs;
import dev.baton.score.LeadScored;
import dev.baton.stage.SalesReadiness;
import dev.baton.stage.Stage;
import dev.baton.stage.Stages;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * What the policies AUTO and AUTO_THEN_CONFIRM do in a person's place (rule R10): a lead that is
 * sales-ready or raised its hand is SAL and SQL at one instant, by rule (rule R9).
 */
@Component
public class AutomaticQualification {
  private final Handoffs handoffs;
  private final HandoffProcess process;
  private final HandoffTransitions transitions;
  private final SalesReadiness readiness;
  private final Stages stages;

  AutomaticQualification(
      Handoffs handoffs,
      HandoffProcess process,
      HandoffTransitions transitions,
      SalesReadiness readiness,
      Stages stages) {
    this.handoffs = handoffs;
    this.process = process;
    this.transitions = transitions;
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
    AnswerEntry rule =
        AnswerEntry.of(HandoffState.QUALIFICATION.clock(), "qualify", Stages.RULE, handoff.since());
    transitions.reach(handoff, Stage.SAL, HandoffState.QUALIFICATION, rule);
    transitions.reach(handoff, Stage.SQL, HandoffState.FIRST_TOUCH, rule);
    return handoff.policy().isConfirmed();
  }

  /** Takes the place of the review that a lead waits for, once it is sales-ready. */
  void overtake(LeadScored scored) {
    handoffs
        .open(scored.batch(), scored.leadId())
        .filter(handoff -> handoff.policy().byRule() && isUnseen(handoff))
        .filter(handoff -> readiness.isSalesReady(scored))
        .ifPresent(
            handoff -> {
              overtake(handoff.id(), scored.signal().recordedAt());
              stages.forget(scored.batch(), scored.leadId());
              handoffs.forget(scored.batch(), scored.leadId());
            });
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
      transitions.disappears(handoff, at);
      handoffs.advance(handoffId, handoff.state(), at);
    }
    process.overtake(handoff);
  }
}
