package dev.baton.handoff;

import dev.baton.engine.Decisions;
import dev.baton.lead.Channel;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.score.LeadScored;
import dev.baton.stage.Stage;
import dev.baton.stage.StageEntered;
import dev.baton.stage.Verdicts;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A lead that became an MQL gets one handoff, in the transaction that made it one. */
@Component
class Opening {
  private final Handoffs handoffs;
  private final Deadlines deadlines;
  private final HandoffProcess process;
  private final Leads leads;
  private final Verdicts verdicts;
  private final Decisions decisions;
  private final Policies policies;
  private final ApplicationEventPublisher facts;

  Opening(
      Handoffs handoffs,
      Deadlines deadlines,
      HandoffProcess process,
      Leads leads,
      Verdicts verdicts,
      Decisions decisions,
      Policies policies,
      ApplicationEventPublisher facts) {
    this.handoffs = handoffs;
    this.deadlines = deadlines;
    this.process = process;
    this.leads = leads;
    this.verdicts = verdicts;
    this.decisions = decisions;
    this.policies = policies;
    this.facts = facts;
  }

  @EventListener
  void on(StageEntered entered) {
    if (entered.stage() != Stage.MQL) {
      return;
    }
    LeadScored cause = entered.cause();
    Lead lead = leads.find(entered.leadId()).orElseThrow();
    Profile profile = Profile.of(leads.profileLog(lead.id()), entered.at());
    Handoff handoff = handoff(lead, profile, cause, entered.at());
    if (!handoffs.open(handoff)) {
      throw new IllegalStateException("Lead %s has an open handoff".formatted(lead.id()));
    }
    facts.publishEvent(
        new HandoffOpened(
            handoff.id(),
            handoff.leadId(),
            handoff.cycle(),
            handoff.channel(),
            handoff.source(),
            handoff.campaign(),
            handoff.segment(),
            handoff.band(),
            handoff.model(),
            handoff.mqlAt()));
    deadlines.start(
        handoff, Deadlines.ROUTE, handoff.mqlAt(), policies.target(handoff, Deadlines.ROUTE));
    process.start(handoff, profile.get("country").orElse(null));
  }

  private Handoff handoff(Lead lead, Profile profile, LeadScored cause, Instant at) {
    Channel channel =
        Optional.ofNullable(cause.signal().channel())
            .or(() -> Optional.ofNullable(lead.channel()))
            .orElse(Channel.INBOUND);
    return new Handoff(
        UUID.randomUUID().toString(),
        lead.id(),
        handoffs.ofLead(lead.id()).size() + 1,
        channel.word(),
        verdicts.isHandRaiser(cause.signal().type()),
        State.REVIEW,
        at,
        null,
        null,
        lead.source(),
        lead.campaign(),
        segment(profile),
        territory(profile),
        cause.score().band(),
        cause.score().model(),
        at,
        null,
        null,
        null);
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
