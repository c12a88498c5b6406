package dev.baton.handoff;

import dev.baton.score.LeadScored;
import dev.baton.signal.Signal;
import dev.baton.sla.Target;
import dev.baton.stage.Stage;
import dev.baton.stage.Stages;
import dev.baton.stage.Verdicts;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What a signal does on a lead that sales already works (rule R4): its owner is told of high
 * intent, and a hand-raise lets a review that is still open be due sooner. No second process, no
 * clock moves later.
 */
@Component
class Joining {
  private final Handoffs handoffs;
  private final Deadlines deadlines;
  private final HandoffProcess process;
  private final HighIntent intent;
  private final Announcements announcements;
  private final Stages stages;
  private final Verdicts verdicts;
  private final Policies policies;

  Joining(
      Handoffs handoffs,
      Deadlines deadlines,
      HandoffProcess process,
      HighIntent intent,
      Announcements announcements,
      Stages stages,
      Verdicts verdicts,
      Policies policies) {
    this.handoffs = handoffs;
    this.deadlines = deadlines;
    this.process = process;
    this.intent = intent;
    this.announcements = announcements;
    this.stages = stages;
    this.verdicts = verdicts;
    this.policies = policies;
  }

  void join(LeadScored scored) {
    Signal signal = scored.signal();
    boolean handRaise = verdicts.isHandRaiser(signal.type());
    // only a raised hand moves a clock; everything else is no reason to wait for a lock
    Optional<Handoff> open =
        handRaise ? handoffs.lockOpen(signal.leadId()) : handoffs.open(signal.leadId());
    if (handRaise) {
      open.filter(handoff -> handoff.state() == State.REVIEW)
          .ifPresent(handoff -> pullReview(handoff, signal.recordedAt()));
    }
    open.or(() -> lastOfCustomer(signal.leadId()))
        .filter(handoff -> handRaise || handoff.owner() != null)
        .ifPresent(
            handoff ->
                intent
                    .in(signal)
                    .ifPresent(
                        found -> announcements.intent(handoff, signal, found, dueAt(handoff))));
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
    if (!handoff.handRaise()) {
      handoffs.raiseHand(handoff.id());
      process.raiseHand(handoff);
    }
    Target target = policies.target(handoff, State.REVIEW.clock(), true);
    deadlines
        .running(handoff.id(), State.REVIEW.clock())
        .filter(deadline -> target.dueAt(at).isBefore(deadline.dueAt()))
        .ifPresent(
            deadline -> {
              Promise sooner = Promise.of(target, at, true);
              deadlines.move(
                  deadline,
                  sooner,
                  new DueChanges.Change(DueChanges.Cause.HAND_RAISE, OwnerAssigned.RULE, null, at));
              process.moveDue(handoff, sooner.warnAt(), sooner.dueAt());
            });
  }
}
