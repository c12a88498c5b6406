package dev.baton.stage;

import dev.baton.lead.Accounts;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.score.LeadScored;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Decides whether a scored signal makes an MQL: the line is crossed, or a hand is raised (rules R3,
 * R5, R8). Nothing here ever takes a stage back.
 */
@Component
class Judge {
  private final Stages stages;
  private final Verdicts verdicts;
  private final Readiness readiness;
  private final Leads leads;
  private final Accounts accounts;
  private final Set<String> competitors;
  private final ApplicationEventPublisher facts;

  Judge(
      Stages stages,
      Verdicts verdicts,
      Readiness readiness,
      Leads leads,
      Accounts accounts,
      @Value("${baton.competitor-domains:}") Set<String> competitors,
      ApplicationEventPublisher facts) {
    this.stages = stages;
    this.verdicts = verdicts;
    this.readiness = readiness;
    this.leads = leads;
    this.accounts = accounts;
    this.competitors =
        competitors.stream()
            .map(domain -> domain.trim().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    this.facts = facts;
  }

  @EventListener
  void on(LeadScored scored) {
    Episode now = stages.current(scored.leadId()).orElseThrow();
    if (!now.stage().mayBecome(Stage.MQL) || isCompetitor(scored.leadId())) {
      return;
    }
    boolean handRaise = verdicts.isHandRaiser(scored.signal().type());
    if (!handRaise && isCooling(now, scored.signal().recordedAt())) {
      return;
    }
    Verdict verdict = readiness.verdict(scored);
    switch (verdict.kind()) {
      case MQL, SALES_READY -> stages.crossLine(scored);
      case TELL_MARKETING -> facts.publishEvent(new HandRaiseDeclined(scored, verdict.reason()));
      case NONE -> {}
    }
  }

  private static boolean isCooling(Episode now, Instant at) {
    return now.coolingUntil() != null && at.isBefore(now.coolingUntil());
  }

  /** By the domain that was told and by the e-mail's: one of them is enough. */
  private boolean isCompetitor(String leadId) {
    if (competitors.isEmpty()) {
      return false;
    }
    Lead lead = leads.find(leadId).orElseThrow();
    String told = Profile.of(leads.profileLog(leadId), Instant.MAX).get("domain").orElse(null);
    return Stream.of(accounts.companyDomain(told, null), accounts.companyDomain(null, lead.email()))
        .flatMap(Optional::stream)
        .anyMatch(competitors::contains);
  }
}
