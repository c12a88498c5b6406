package dev.baton.handoff.lifecycle;

import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.notice.HighIntent;
import dev.baton.handoff.notice.IntentNotices;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.Handoffs;
import dev.baton.score.LeadScored;
import dev.baton.signal.Signal;
import dev.baton.stage.Stage;
import dev.baton.stage.StageRules;
import dev.baton.stage.Stages;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
  private final HandRaises handRaises;
  private final HighIntent intent;
  private final IntentNotices notices;
  private final Stages stages;
  private final StageRules rules;

  RepeatSignals(
      Handoffs handoffs,
      Deadlines deadlines,
      HandRaises handRaises,
      HighIntent intent,
      IntentNotices notices,
      Stages stages,
      StageRules rules) {
    this.handoffs = handoffs;
    this.deadlines = deadlines;
    this.handRaises = handRaises;
    this.intent = intent;
    this.notices = notices;
    this.stages = stages;
    this.rules = rules;
  }

  void join(LeadScored scored) {
    Signal signal = scored.signal();
    boolean handRaise = rules.isHandRaiser(signal.type());
    // only a raised hand moves a clock; everything else is no reason to wait for a lock
    Optional<Handoff> open = handoffs.open(scored.batch(), signal.leadId());
    if (handRaise && open.isPresent()) {
      open = handoffs.lockOpen(signal.leadId());
      open.filter(handoff -> handoff.state() == HandoffState.REVIEW)
          .ifPresent(handoff -> handRaises.pullReview(handoff, signal.recordedAt()));
      handoffs.forget(scored.batch(), signal.leadId());
    }
    if (open.isPresent()) {
      tell(scored, open.get(), handRaise);
    } else if (isCustomer(scored)) {
      ofCustomer(scored, handRaise);
    }
  }

  private void tell(LeadScored scored, Handoff handoff, boolean handRaise) {
    if (handRaise || handoff.owner() != null) {
      intent
          .in(scored)
          .ifPresent(found -> notices.tell(handoff, scored.signal(), found, dueAt(handoff)));
    }
  }

  /** A customer whom an import told of was handed to nobody here. */
  private void ofCustomer(LeadScored scored, boolean handRaise) {
    List<Handoff> all = handoffs.ofLead(scored.batch(), scored.leadId());
    if (!all.isEmpty()) {
      tell(scored, all.get(all.size() - 1), handRaise);
    } else if (handRaise) {
      intent.in(scored).ifPresent(found -> notices.tellManagers(scored.signal(), found));
    }
  }

  private @Nullable Instant dueAt(Handoff handoff) {
    return deadlines
        .running(handoff.id(), handoff.state().clock())
        .map(Deadline::dueAt)
        .orElse(null);
  }

  private boolean isCustomer(LeadScored scored) {
    return stages
        .current(scored.batch(), scored.leadId())
        .filter(episode -> episode.stage() == Stage.CUSTOMER)
        .isPresent();
  }
}
