package dev.baton.handoff.lifecycle;

import dev.baton.engine.Decisions;
import dev.baton.handoff.answer.Criteria;
import dev.baton.handoff.answer.RejectionDetails;
import dev.baton.handoff.record.AnswerEntry;
import dev.baton.handoff.record.AnswerLog;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.handoff.record.LeadSentBack;
import dev.baton.lead.Leads;
import dev.baton.stage.Stage;
import dev.baton.stage.Stages;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Where a lead goes after a no, by its reason: the table {@code rejection-next-step}. */
@Component
public class RejectionConsequences {
  /** Reasons for which the rep may know the day: of better timing, or of a contract's renewal. */
  private static final Set<String> ON_A_DATE = Set.of("bad_timing", "competitor");

  private final Handoffs handoffs;
  private final AnswerLog log;
  private final Stages stages;
  private final ScoredSignalReaction reaction;
  private final Leads leads;
  private final Decisions decisions;
  private final ApplicationEventPublisher facts;

  RejectionConsequences(
      Handoffs handoffs,
      AnswerLog log,
      Stages stages,
      ScoredSignalReaction reaction,
      Leads leads,
      Decisions decisions,
      ApplicationEventPublisher facts) {
    this.handoffs = handoffs;
    this.log = log;
    this.stages = stages;
    this.reaction = reaction;
    this.leads = leads;
    this.decisions = decisions;
    this.facts = facts;
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
    leave(handoffId, step(handoffs.find(handoffId).orElseThrow().rejectionReason()).stage());
  }

  /**
   * The lead's row first, as every intake does: what it does meanwhile is judged before or after.
   */
  private void leave(String handoffId, Stage stage) {
    leads.lock(handoffs.find(handoffId).orElseThrow().leadId());
    Handoff handoff = handoffs.lock(handoffId).orElseThrow();
    AnswerEntry no = log.lastAnswer(handoffId).orElseThrow();
    String reason = handoff.rejectionReason();
    Instant at = handoff.closedAt();
    RejectionConsequence step = step(reason);
    Instant restsUntil = stage == Stage.RECYCLED ? restsUntil(handoff, no, step) : null;
    stages.leave(handoff.leadId(), stage, at, no.answeredBy(), reason, restsUntil).orThrow();
    handoffs.release(handoffId);
    facts.publishEvent(
        new LeadSentBack(
            handoffId,
            handoff.leadId(),
            stage,
            reason,
            no.answeredBy(),
            at,
            restsUntil,
            step.follow(),
            step.tells()));
    reaction.again(handoff.leadId(), at);
  }

  private @Nullable Instant restsUntil(Handoff handoff, AnswerEntry no, RejectionConsequence step) {
    Instant said = handoff.closedAt();
    return named(handoff.rejectionReason(), no, step, said)
        .filter(day -> day.isAfter(said))
        .orElseGet(() -> step.restsUntil(said));
  }

  /** The day that the rep gave with the rejection, else the one at the criterion timing. */
  private static Optional<Instant> named(
      String reason, AnswerEntry no, RejectionConsequence step, Instant said) {
    if (!ON_A_DATE.contains(reason)) {
      return Optional.empty();
    }
    RejectionDetails details = RejectionDetails.of(no);
    return Optional.ofNullable(details.wakeAt())
        .or(
            () ->
                Optional.ofNullable(details.renewalAt())
                    .filter(renewal -> renewal.isAfter(said))
                    .map(renewal -> step.before(renewal, said)))
        .or(() -> Criteria.timingDate(no));
  }

  private RejectionConsequence step(String reason) {
    return RejectionConsequence.of(
        decisions.row("rejection-next-step", Collections.singletonMap("reason", reason)).outputs());
  }
}
