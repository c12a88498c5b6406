package dev.baton.handoff.lifecycle;

import dev.baton.engine.Decisions;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffClosing;
import dev.baton.handoff.record.HandoffDimensions;
import dev.baton.handoff.record.HandoffOrigin;
import dev.baton.handoff.record.HandoffPolicies;
import dev.baton.handoff.record.HandoffPolicy;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.Handoffs;
import dev.baton.handoff.record.Ownership;
import dev.baton.lead.Channel;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.score.LeadScored;
import dev.baton.score.LeadSegment;
import dev.baton.sql.Sql;
import dev.baton.stage.StageRules;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Drafts of handoffs: what is known at the MQL and frozen from then on (rule R9). */
@Component
class HandoffDrafts {
  private final Handoffs handoffs;
  private final Leads leads;
  private final StageRules rules;
  private final Decisions decisions;
  private final HandoffPolicies policies;
  private final KeptMqls kept;

  HandoffDrafts(
      Handoffs handoffs,
      Leads leads,
      StageRules rules,
      Decisions decisions,
      HandoffPolicies policies,
      KeptMqls kept) {
    this.handoffs = handoffs;
    this.leads = leads;
    this.rules = rules;
    this.decisions = decisions;
    this.policies = policies;
    this.kept = kept;
  }

  /**
   * A handoff as it would begin.
   *
   * @param known of the lead, for the process
   */
  record Draft(Handoff handoff, Profile known) {}

  /** Of an MQL that marketing has kept until now. */
  Optional<Draft> ofKept(LeadScored cause) {
    return kept.since(cause.batch(), cause.leadId()).map(mqlAt -> of(cause, mqlAt));
  }

  Draft of(LeadScored cause, Instant mqlAt) {
    Lead lead = leads.find(cause.batch(), cause.leadId()).orElseThrow();
    Profile profile = cause.facts().profile();
    return new Draft(handoff(lead, profile, cause, mqlAt), profile);
  }

  private Handoff handoff(Lead lead, Profile profile, LeadScored cause, Instant mqlAt) {
    Channel channel =
        Optional.ofNullable(cause.signal().origin().channel())
            .or(() -> Optional.ofNullable(lead.channel()))
            .orElse(Channel.INBOUND);
    String segment = LeadSegment.of(profile, decisions.inForce());
    HandoffPolicy policy = policies.of(segment, channel.word());
    return new Handoff(
        Sql.newId(),
        lead.id(),
        handoffs.ofLead(cause.batch(), lead.id()).size() + 1,
        policy.implicit() ? HandoffState.QUALIFICATION : HandoffState.REVIEW,
        cause.signal().recordedAt(),
        new HandoffOrigin(
            channel.word(),
            rules.isHandRaiser(cause.signal().type()),
            lead.source(),
            lead.campaign()),
        Ownership.NONE,
        new HandoffDimensions(
            segment,
            territory(profile),
            cause.score().band(),
            cause.score().model(),
            decisions.inForce().hash(),
            mqlAt,
            policy),
        HandoffClosing.NONE);
  }

  private @Nullable String territory(Profile profile) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("country", profile.get("country").orElse(null));
    return decisions.row("lead-territory", inputs).optionalText("territory").orElse(null);
  }
}
