package dev.baton.handoff.lifecycle;

import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.deadline.DueChanges;
import dev.baton.handoff.deadline.SlaPolicies;
import dev.baton.handoff.deadline.SlaTargets;
import dev.baton.handoff.notice.HighIntent;
import dev.baton.handoff.notice.OwnerNotices;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.process.HandoffTask;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.Handoffs;
import dev.baton.handoff.record.OwnerAssigned;
import dev.baton.score.LeadScored;
import dev.baton.signal.Signal;
import dev.baton.sla.SlaTarget;
import dev.baton.stage.Stage;
import dev.baton.stage.StageRules;
import dev.baton.stage.Stages;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What a signal does on a lead that sales already works (rule R4): its owner is told of high
 * intent, and a hand-raise lets a review that is still open be due sooner. No second process, no
 * clock moves later.
 */
@Component
class RepeatSignals {
  private final Handoffs handoffs;
  private final Deadlines deadlines;
  private final HandoffProcess process;
  private final HandoffTask task;
  private final HighIntent intent;
  private final OwnerNotices notices;
  private final Stages stages;
  private final StageRules rules;
  private final SlaPolicies policies;

  RepeatSignals(
      Handoffs handoffs,
      Deadlines deadlines,
      HandoffProcess process,
      HandoffTask task,
      HighIntent intent,
      OwnerNotices notices,
      Stages stages,
      StageRules rules,
      SlaPolicies policies) {
    this.handoffs = handoffs;
    this.deadlines = deadlines;
    this.process = process;
    this.task = task;
    this.intent = intent;
    this.notices = notices;
    this.stages = stages;
    this.rules = rules;
    this.policies = policies;
  }

  void join(LeadScored scored) {
    Signal signal = scored.signal();
    boolean handRaise = rules.isHandRaiser(signal.type());
    // only a raised hand moves a clock; everything else is no reason to wait for a lock
    Optional<Handoff> open =
        handRaise ? handoffs.lockOpen(signal.leadId()) : handoffs.open(signal.leadId());
    if (handRaise) {
      open.filter(handoff -> handoff.state() == HandoffState.REVIEW)
          .ifPresent(handoff -> pullReview(handoff, signal.recordedAt()));
    }
    open.or(() -> lastOfCustomer(signal.leadId()))
        .filter(handoff -> handRaise || handoff.owner() != null)
        .ifPresent(
            handoff ->
                intent
                    .in(signal)
                    .ifPresent(found -> notices.intent(handoff, signal, found, dueAt(handoff))));
  }

  private Instant dueAt(Handoff handoff) {
    return deadlines
        .running(handoff.id(), handoff.state().clock())
        .map(Deadline::dueAt)
        .orElse(null);
  }

  private Optional<Handoff> lastOfCustomer(String leadId) {
    return stages
        .current(leadId)
        .filter(episode -> episode.stage() == Stage.CUSTOMER)
        .map(episode -> handoffs.ofLead(leadId))
        .map(all -> all.get(all.size() - 1));
  }

  private void pullReview(Handoff handoff, Instant at) {
    if (!handoff.origin().handRaise()) {
      handoffs.raiseHand(handoff.id());
      process.raiseHand(handoff);
    }
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
                  new DueChanges.Change(DueChanges.Cause.HAND_RAISE, OwnerAssigned.RULE, null, at));
              task.moveDue(handoff, sooner.warnAt(), sooner.dueAt());
            });
  }
}
