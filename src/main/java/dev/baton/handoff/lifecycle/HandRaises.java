package dev.baton.handoff.lifecycle;

import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.deadline.DueChangeCause;
import dev.baton.handoff.deadline.DueChangeReason;
import dev.baton.handoff.deadline.SlaPolicies;
import dev.baton.handoff.deadline.SlaTargets;
import dev.baton.handoff.process.HandoffDueDates;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.Handoffs;
import dev.baton.handoff.record.OwnerAssigned;
import dev.baton.sla.SlaTarget;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Hand-raises of leads whose review is still open: it is due sooner, and paused no more (rules R4,
 * R14).
 */
@Component
class HandRaises {
  private final Handoffs handoffs;
  private final Deadlines deadlines;
  private final HandoffProcess process;
  private final HandoffDueDates dueDates;
  private final SlaPolicies policies;
  private final Pausing pausing;

  HandRaises(
      Handoffs handoffs,
      Deadlines deadlines,
      HandoffProcess process,
      HandoffDueDates dueDates,
      SlaPolicies policies,
      Pausing pausing) {
    this.handoffs = handoffs;
    this.deadlines = deadlines;
    this.process = process;
    this.dueDates = dueDates;
    this.policies = policies;
    this.pausing = pausing;
  }

  void pullReview(Handoff handoff, Instant at) {
    if (!handoff.origin().handRaise()) {
      handoffs.raiseHand(handoff.id());
      process.raiseHand(handoff);
    }
    pausing.end(handoff, at);
    SlaTarget target = policies.target(handoff, HandoffState.REVIEW.clock(), true);
    deadlines
        .running(handoff.id(), HandoffState.REVIEW.clock())
        .filter(deadline -> target.dueAt(at).isBefore(deadline.dueAt()))
        .ifPresent(
            deadline -> {
              SlaTargets sooner = SlaTargets.of(target, at, true);
              deadlines.move(
                  deadline,
                  sooner,
                  new DueChangeReason(DueChangeCause.HAND_RAISE, OwnerAssigned.RULE, null, at));
              dueDates.move(handoff, sooner.warnAt(), sooner.dueAt());
            });
  }
}
