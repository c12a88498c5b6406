package dev.baton.nurture;

import dev.baton.handoff.record.Handoffs;
import dev.baton.lead.Lead;
import dev.baton.lead.Profile;
import dev.baton.nurture.mail.MailTemplate;
import dev.baton.signal.Bounces;
import dev.baton.signal.Signal;
import dev.baton.signal.Signals;
import dev.baton.stage.Stages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Permission to write to a lead: never, or from when on. */
@Component
class LeadEmailPermission {
  private static final Duration LOOK_AGAIN = Duration.ofHours(1);
  static final String NO_CONSENT = "the lead has not consented to mail, or not any more";
  static final String DEAD_ADDRESS = "mail to this address bounced";

  private final Stages stages;
  private final Handoffs handoffs;
  private final Signals signals;
  private final SendingLimits limits;
  private final CountryZones zones;

  LeadEmailPermission(
      Stages stages, Handoffs handoffs, Signals signals, SendingLimits limits, CountryZones zones) {
    this.stages = stages;
    this.handoffs = handoffs;
    this.signals = signals;
    this.limits = limits;
    this.zones = zones;
  }

  Optional<String> never(
      Nurture nurture,
      Lead lead,
      Profile profile,
      Optional<MailTemplate> template,
      List<Signal> heard) {
    if (nurture.ending() != null) {
      return Optional.of("nurture has ended: " + nurture.ending().outcome());
    }
    if (stages.current(lead.id()).orElseThrow().stage() != nurture.stage()) {
      return Optional.of("the lead is in another stage");
    }
    Optional<String> why = whyNever(lead, profile, heard);
    if (why.isPresent()) {
      return why;
    }
    return template.isEmpty() ? Optional.of("the mail is not in use any more") : Optional.empty();
  }

  /** Why no mail may go to this lead at all, or empty. */
  Optional<String> whyNever(Lead lead, Profile profile, List<Signal> heard) {
    if (lead.email() == null || heard.stream().anyMatch(Bounces::isHard)) {
      return Optional.of(DEAD_ADDRESS);
    }
    return profile.consentsTo("email") ? Optional.empty() : Optional.of(NO_CONSENT);
  }

  /** When it may be written at last, now or later. */
  Instant earliest(Nurture nurture, Lead lead, Profile profile, Instant now) {
    return isWorkedBySales(lead.id())
        ? now.plus(LOOK_AGAIN)
        : limits.open(nurture, zones.of(profile.get("country").orElse(null)), now);
  }

  /** What a lead has done until now, oldest first. */
  List<Signal> heard(String leadId, Instant now) {
    return signals.of(leadId, Instant.EPOCH).stream()
        .filter(signal -> !signal.occurredAt().isAfter(now))
        .toList();
  }

  boolean isWorkedBySales(String leadId) {
    return Optional.ofNullable(handoffs.latest(List.of(leadId)).get(leadId))
        .filter(handoff -> !handoff.isClosed())
        .isPresent();
  }
}
