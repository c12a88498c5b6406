package dev.baton.nurture;

import dev.baton.alert.mail.LeadEmail;
import dev.baton.alert.mail.LeadEmailSource;
import dev.baton.handoff.record.Handoffs;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.signal.Signals;
import dev.baton.stage.Stages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Composer of e-mails to leads: decides at the moment of sending whether a lead may be written, and
 * writes.
 */
@Component
class LeadEmailComposer implements LeadEmailSource {
  private static final Duration LOOK_AGAIN = Duration.ofHours(1);
  static final String NO_CONSENT = "the lead has not consented to mail, or not any more";
  static final String DEAD_ADDRESS = "mail to this address bounced";

  private final Mailings mailings;
  private final MailTemplates templates;
  private final Nurtures nurtures;
  private final NurtureLifecycle lifecycle;
  private final Leads leads;
  private final Stages stages;
  private final Handoffs handoffs;
  private final Signals signals;
  private final SendingLimits limits;
  private final CountryZones zones;
  private final LeadEmailRenderer renderer;
  private final MailFeedback feedback;

  LeadEmailComposer(
      Mailings mailings,
      MailTemplates templates,
      Nurtures nurtures,
      NurtureLifecycle lifecycle,
      Leads leads,
      Stages stages,
      Handoffs handoffs,
      Signals signals,
      SendingLimits limits,
      CountryZones zones,
      LeadEmailRenderer renderer,
      MailFeedback feedback) {
    this.mailings = mailings;
    this.templates = templates;
    this.nurtures = nurtures;
    this.lifecycle = lifecycle;
    this.leads = leads;
    this.stages = stages;
    this.handoffs = handoffs;
    this.signals = signals;
    this.limits = limits;
    this.zones = zones;
    this.renderer = renderer;
    this.feedback = feedback;
  }

  @Override
  @Transactional
  public Ruling rule(String id, Instant now) {
    Mailing mail = mailings.find(id).orElseThrow();
    Nurture nurture = nurtures.find(mail.nurtureId()).orElseThrow();
    Lead lead = leads.find(mail.leadId()).orElseThrow();
    Profile profile = Profile.of(leads.profileLog(lead.id()), now);
    Optional<MailTemplate> template = templates.find(mail.template()).filter(MailTemplate::active);
    Optional<String> never = never(nurture, lead, profile, template, now);
    if (never.isPresent()) {
      return new Ruling.Never(never.get());
    }
    if (isWorkedBySales(lead.id())) {
      return new Ruling.Later(now.plus(LOOK_AGAIN));
    }
    Instant open = limits.open(nurture, zones.of(profile.get("country").orElse(null)), now);
    if (open.isAfter(now)) {
      return new Ruling.Later(open);
    }
    LeadEmail email = renderer.letter(mail, lead, profile, template.orElseThrow());
    mailings.sending(id, template.get(), email.subject(), now);
    return new Ruling.Send(email);
  }

  private Optional<String> never(
      Nurture nurture, Lead lead, Profile profile, Optional<MailTemplate> template, Instant now) {
    if (nurture.isOver()) {
      return Optional.of("nurture has ended: " + nurture.outcome());
    }
    if (stages.current(lead.id()).orElseThrow().stage() != nurture.stage()) {
      return Optional.of("the lead is in another stage");
    }
    if (lead.email() == null || hasBounced(lead.id(), now)) {
      return Optional.of(DEAD_ADDRESS);
    }
    if (!profile.get("consent.email").map(Boolean::valueOf).orElse(false)) {
      return Optional.of(NO_CONSENT);
    }
    return template.isEmpty() ? Optional.of("the mail is not in use any more") : Optional.empty();
  }

  private boolean hasBounced(String leadId, Instant now) {
    return signals.of(leadId, Instant.EPOCH).stream()
        .filter(signal -> !signal.occurredAt().isAfter(now))
        .anyMatch(signal -> signal.type().equals("email_bounced"));
  }

  boolean isWorkedBySales(String leadId) {
    return Optional.ofNullable(handoffs.latest(List.of(leadId)).get(leadId))
        .filter(handoff -> !handoff.isClosed())
        .isPresent();
  }

  @Override
  public void sent(String id, Instant at) {
    mailings.sent(id, at);
  }

  @Override
  public void dropped(String id, Drop why, Instant at) {
    mailings.drop(id, why.deadAddress() ? "failed" : "skipped", why.why());
    Mailing mail = mailings.find(id).orElseThrow();
    if (why.deadAddress()) {
      feedback.bounced(mail);
    } else if (why.why().equals(NO_CONSENT) || why.why().equals(DEAD_ADDRESS)) {
      lifecycle.end(mail.nurtureId(), NurtureOutcome.UNSUBSCRIBED, at);
    }
  }
}
