package dev.baton.handoff.lifecycle;

import dev.baton.engine.Decisions;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.deadline.SlaPolicies;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffOpened;
import dev.baton.handoff.record.HandoffPolicies;
import dev.baton.handoff.record.HandoffPolicy;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.Handoffs;
import dev.baton.lead.Channel;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.score.LeadScored;
import dev.baton.stage.SalesReadiness;
import dev.baton.stage.Stage;
import dev.baton.stage.StageEpisode;
import dev.baton.stage.StageRules;
import dev.baton.stage.Stages;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * A lead that became an MQL gets one handoff, in the transaction that made it one; or later, where
 * marketing keeps it until it is sales-ready (rule R10).
 */
@Component
class HandoffOpener {
  private final Handoffs handoffs;
  private final Deadlines deadlines;
  private final HandoffProcess process;
  private final Leads leads;
  private final StageRules rules;
  private final Decisions decisions;
  private final SlaPolicies policies;
  private final HandoffPolicies judging;
  private final SalesReadiness readiness;
  private final Stages stages;
  private final ApplicationEventPublisher facts;

  HandoffOpener(
      Handoffs handoffs,
      Deadlines deadlines,
      HandoffProcess process,
      Leads leads,
      StageRules rules,
      Decisions decisions,
      SlaPolicies policies,
      HandoffPolicies judging,
      SalesReadiness readiness,
      Stages stages,
      ApplicationEventPublisher facts) {
    this.handoffs = handoffs;
    this.deadlines = deadlines;
    this.process = process;
    this.leads = leads;
    this.rules = rules;
    this.decisions = decisions;
    this.policies = policies;
    this.judging = judging;
    this.readiness = readiness;
    this.stages = stages;
    this.facts = facts;
  }

  /** Opens the handoff of a lead that has just become an MQL. */
  void open(LeadScored scored) {
    begin(scored, scored.signal().recordedAt());
  }

  /** Opens the handoff of an MQL that marketing has kept until now. */
  void openKept(LeadScored scored) {
    stages
        .current(scored.leadId())
        .filter(episode -> episode.stage() == Stage.MQL && !wasHandedOver(episode))
        .ifPresent(episode -> begin(scored, episode.enteredAt()));
  }

  /** A lead that got a no is an MQL still, until the process has sent it back. */
  private boolean wasHandedOver(StageEpisode mql) {
    return handoffs.ofLead(mql.leadId()).stream()
        .anyMatch(
            handoff -> !handoff.isClosed() || !handoff.frozen().mqlAt().isBefore(mql.enteredAt()));
  }

  private void begin(LeadScored cause, Instant mqlAt) {
    Instant now = cause.signal().recordedAt();
    Lead lead = leads.find(cause.leadId()).orElseThrow();
    Profile profile = Profile.of(leads.profileLog(lead.id()), now);
    Handoff handoff = handoff(lead, profile, cause, mqlAt);
    boolean ready = readiness.isSalesReady(cause);
    if (handoff.policy().nurture() && !ready) {
      return;
    }
    if (!handoffs.open(handoff)) {
      throw new IllegalStateException("Lead %s has an open handoff".formatted(lead.id()));
    }
    facts.publishEvent(
        new HandoffOpened(
            handoff.id(),
            handoff.leadId(),
            handoff.cycle(),
            handoff.origin().channel(),
            handoff.origin().source(),
            handoff.origin().campaign(),
            handoff.frozen().segment(),
            handoff.frozen().band(),
            handoff.frozen().model(),
            handoff.frozen().mqlAt()));
    deadlines.start(handoff, Deadlines.ROUTE, now, policies.target(handoff, Deadlines.ROUTE));
    process.start(handoff, profile.get("country").orElse(null), ready && handoff.policy().byRule());
  }

  private Handoff handoff(Lead lead, Profile profile, LeadScored cause, Instant mqlAt) {
    Channel channel =
        Optional.ofNullable(cause.signal().channel())
            .or(() -> Optional.ofNullable(lead.channel()))
            .orElse(Channel.INBOUND);
    String segment = segment(profile);
    HandoffPolicy policy = judging.of(segment, channel.word());
    return new Handoff(
        UUID.randomUUID().toString(),
        lead.id(),
        handoffs.ofLead(lead.id()).size() + 1,
        policy.implicit() ? HandoffState.QUALIFICATION : HandoffState.REVIEW,
        cause.signal().recordedAt(),
        new Handoff.Origin(
            channel.word(),
            rules.isHandRaiser(cause.signal().type()),
            lead.source(),
            lead.campaign()),
        Handoff.Ownership.NONE,
        new Handoff.Frozen(
            segment,
            territory(profile),
            cause.score().band(),
            cause.score().model(),
            mqlAt,
            policy),
        Handoff.Closing.NONE);
  }

  private String segment(Profile profile) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("companySize", profile.companySize().orElse(null));
    inputs.put("industry", profile.get("industry").orElse(null));
    inputs.put("country", profile.get("country").orElse(null));
    return (String) decisions.evaluate("lead-segment", inputs).get(0).get("segment");
  }

  private String territory(Profile profile) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("country", profile.get("country").orElse(null));
    return (String) decisions.evaluate("lead-territory", inputs).get(0).get("territory");
  }
}
