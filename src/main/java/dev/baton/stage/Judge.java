package dev.baton.stage;

import dev.baton.lead.Accounts;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.lead.Suppressions;
import dev.baton.score.LeadScored;
import dev.baton.score.Scores;
import dev.baton.signal.Signal;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
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
public class Judge {
  private final Stages stages;
  private final Verdicts verdicts;
  private final Readiness readiness;
  private final Scores scores;
  private final Leads leads;
  private final Accounts accounts;
  private final Suppressions suppressions;
  private final Set<String> competitors;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  Judge(
      Stages stages,
      Verdicts verdicts,
      Readiness readiness,
      Scores scores,
      Leads leads,
      Accounts accounts,
      Suppressions suppressions,
      @Value("${baton.competitor-domains:}") Set<String> competitors,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.stages = stages;
    this.verdicts = verdicts;
    this.readiness = readiness;
    this.scores = scores;
    this.leads = leads;
    this.accounts = accounts;
    this.suppressions = suppressions;
    this.competitors =
        competitors.stream()
            .map(domain -> domain.trim().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    this.facts = facts;
    this.clock = clock;
  }

  @EventListener
  void on(LeadScored scored) {
    Episode now = stages.current(scored.leadId()).orElseThrow();
    if (now.stage().mayBecome(Stage.MQL) && !isCompetitor(scored.leadId())) {
      judge(scored, now);
    }
  }

  /**
   * Looks again at what a lead did between a no and its way back: it was still with sales then, and
   * a hand that it raised would be lost (rule R8). Its row is locked by whoever calls.
   */
  public void again(String leadId, Instant since) {
    Instant now = clock.instant();
    scores.facts(leadId, now).signals().stream()
        .filter(signal -> signal.recordedAt().isAfter(since))
        .sorted(Comparator.comparing(Signal::recordedAt))
        .forEach(signal -> on(new LeadScored(scores.score(leadId, now), signal)));
  }

  private void judge(LeadScored scored, Episode now) {
    boolean handRaise = verdicts.isHandRaiser(scored.signal().type());
    if (!handRaise && isCooling(now, scored.signal().recordedAt())) {
      return;
    }
    Verdict verdict = readiness.verdict(scored);
    if (verdict.kind() != Verdict.Kind.NONE && suppressions.isSuppressed(scored.leadId())) {
      return;
    }
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
