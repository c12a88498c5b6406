package dev.baton.stage;

import dev.baton.lead.Accounts;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.lead.ProfileValue;
import dev.baton.lead.Suppressions;
import dev.baton.score.LeadScored;
import dev.baton.signal.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Decides whether a scored signal makes an MQL: the line is crossed, or a hand is raised (rules R3,
 * R5, R8). Nothing here ever takes a stage back.
 */
@Component
public class MqlEvaluation {
  private final Stages stages;
  private final StageRules rules;
  private final SalesReadiness readiness;
  private final Leads leads;
  private final Accounts accounts;
  private final Suppressions suppressions;
  private final Set<String> competitors;

  MqlEvaluation(
      Stages stages,
      StageRules rules,
      SalesReadiness readiness,
      Leads leads,
      Accounts accounts,
      Suppressions suppressions,
      MqlSettings settings) {
    this.stages = stages;
    this.rules = rules;
    this.readiness = readiness;
    this.leads = leads;
    this.accounts = accounts;
    this.suppressions = suppressions;
    this.competitors =
        settings.competitorDomains().stream()
            .flatMap(domain -> accounts.companyDomain(domain, null).stream())
            .collect(Collectors.toSet());
  }

  /**
   * Makes the lead an MQL if the signal says so.
   *
   * @return what came of it: nothing where the lead may become no MQL, or is blocked
   */
  public ScoreAssessment evaluate(LeadScored scored) {
    StageEpisode now = stages.current(scored.batch(), scored.leadId()).orElseThrow();
    ScoreAssessment assessment =
        isHeld(scored, now) ? ScoreAssessment.NOTHING : readiness.verdict(scored);
    if (assessment.kind() == ScoreAssessment.Kind.NONE
        || suppressions.isSuppressed(scored.batch(), scored.leadId())) {
      return ScoreAssessment.NOTHING;
    }
    return assessment.crosses() ? enterMql(scored, assessment) : assessment;
  }

  private ScoreAssessment enterMql(LeadScored scored, ScoreAssessment assessment) {
    Instant at = scored.signal().recordedAt();
    StageMove move = stages.enter(scored.batch(), scored.leadId(), Stage.MQL, at, Stages.RULE);
    return move instanceof StageMove.Entered ? assessment : ScoreAssessment.NOTHING;
  }

  private boolean isHeld(LeadScored scored, StageEpisode now) {
    return !now.stage().mayBecome(Stage.MQL)
        || isCompetitor(scored)
        || isCooling(scored.signal(), now);
  }

  /** A raised hand ends the cooling-off (rule R8). */
  private boolean isCooling(Signal signal, StageEpisode now) {
    boolean rests = now.coolingUntil() != null && signal.recordedAt().isBefore(now.coolingUntil());
    return rests && !rules.isHandRaiser(signal.type());
  }

  /** By the domain that was told and by the e-mail's: one of them is enough. */
  private boolean isCompetitor(LeadScored scored) {
    if (competitors.isEmpty()) {
      return false;
    }
    Lead lead = leads.find(scored.batch(), scored.leadId()).orElseThrow();
    List<ProfileValue> log = leads.profileLog(scored.batch(), scored.leadId());
    String told = Profile.of(log, Instant.MAX).get("domain").orElse(null);
    return Stream.of(accounts.companyDomain(told, null), accounts.companyDomain(null, lead.email()))
        .flatMap(Optional::stream)
        .anyMatch(competitors::contains);
  }
}
