package dev.baton.handoff.lifecycle;

import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.deadline.SlaPolicies;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffOpened;
import dev.baton.handoff.record.Handoffs;
import dev.baton.score.LeadScored;
import dev.baton.stage.SalesReadiness;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * A lead that became an MQL gets one handoff, in the transaction that made it one; or later, where
 * marketing keeps it until it is sales-ready (rule R10).
 */
@Component
class HandoffOpener {
  private final HandoffDrafts drafts;
  private final Handoffs handoffs;
  private final Deadlines deadlines;
  private final SlaPolicies policies;
  private final HandoffProcess process;
  private final SalesReadiness readiness;
  private final ApplicationEventPublisher facts;

  HandoffOpener(
      HandoffDrafts drafts,
      Handoffs handoffs,
      Deadlines deadlines,
      SlaPolicies policies,
      HandoffProcess process,
      SalesReadiness readiness,
      ApplicationEventPublisher facts) {
    this.drafts = drafts;
    this.handoffs = handoffs;
    this.deadlines = deadlines;
    this.policies = policies;
    this.process = process;
    this.readiness = readiness;
    this.facts = facts;
  }

  /** Opens the handoff of a lead that has just become an MQL. */
  void open(LeadScored scored) {
    begin(scored, drafts.of(scored, scored.signal().recordedAt()));
  }

  /** Opens the handoff of an MQL that marketing has kept until now. */
  void openKept(LeadScored scored) {
    drafts.ofKept(scored).ifPresent(draft -> begin(scored, draft));
  }

  private void begin(LeadScored cause, HandoffDrafts.Draft draft) {
    Instant now = cause.signal().recordedAt();
    Handoff handoff = draft.handoff();
    boolean ready = readiness.isSalesReady(cause);
    if (handoff.policy().nurture() && !ready) {
      return;
    }
    if (!handoffs.open(handoff)) {
      throw new IllegalStateException("Lead %s has an open handoff".formatted(handoff.leadId()));
    }
    handoffs.forget(cause.batch(), handoff.leadId());
    facts.publishEvent(HandoffOpened.of(handoff));
    deadlines.start(handoff, Deadlines.ROUTE, now, policies.target(handoff, Deadlines.ROUTE));
    process.start(handoff, draft.known(), ready && handoff.policy().byRule());
  }
}
