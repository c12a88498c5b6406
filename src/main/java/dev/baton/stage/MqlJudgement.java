package dev.baton.stage;

import dev.baton.engine.DecisionSnapshot;
import dev.baton.score.Score;
import dev.baton.score.Scoring;
import dev.baton.signal.Signal;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * The rule of who becomes an MQL: the line is crossed, or a hand is raised (rules R3, R5, R8). A
 * pure function of what is known of a lead, the signal and the tables; the present and a replay of
 * the past ask the same one.
 */
@Component
public class MqlJudgement {
  private final StageRules rules;
  private final Scoring scoring;

  MqlJudgement(StageRules rules, Scoring scoring) {
    this.rules = rules;
    this.scoring = scoring;
  }

  /** What a signal makes of its lead: nothing where that may become no MQL, or is blocked. */
  public ScoreAssessment judge(JudgedLead lead, Signal cause, DecisionSnapshot tables) {
    if (isHeld(lead, cause, tables)) {
      return ScoreAssessment.NOTHING;
    }
    ScoreAssessment assessment = verdict(lead, cause, tables);
    return assessment.kind() == ScoreAssessment.Kind.NONE || lead.isSuppressed()
        ? ScoreAssessment.NOTHING
        : assessment;
  }

  /** What its score means, wherever it is. */
  ScoreAssessment verdict(JudgedLead lead, Signal cause, DecisionSnapshot tables) {
    return rules.verdict(
        scoreThatCounts(lead, cause, tables), rules.isHandRaiser(cause.type(), tables), tables);
  }

  private boolean isHeld(JudgedLead lead, Signal cause, DecisionSnapshot tables) {
    return !lead.now().stage().mayBecome(Stage.MQL)
        || lead.isCompetitor()
        || isCooling(lead.now(), cause, tables);
  }

  /** A raised hand ends the cooling-off (rule R8). */
  private boolean isCooling(StageEpisode now, Signal cause, DecisionSnapshot tables) {
    Instant until = now.coolingUntil();
    return until != null
        && cause.recordedAt().isBefore(until)
        && !rules.isHandRaiser(cause.type(), tables);
  }

  /** After a no only what the lead has done since counts, besides its fit (rule R8). */
  private Score scoreThatCounts(JudgedLead lead, Signal cause, DecisionSnapshot tables) {
    return lead.lastNo()
        .map(no -> scoring.since(lead.facts(), cause.recordedAt(), no, tables))
        .orElseGet(lead::score);
  }
}
