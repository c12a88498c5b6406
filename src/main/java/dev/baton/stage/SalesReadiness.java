package dev.baton.stage;

import dev.baton.score.LeadScored;
import dev.baton.score.Score;
import dev.baton.score.Scores;
import org.springframework.stereotype.Component;

/** What a scored signal means for its lead, with its memory of a no (rules R5, R8, R10). */
@Component
public class SalesReadiness {
  private final Stages stages;
  private final Scores scores;
  private final StageRules rules;

  SalesReadiness(Stages stages, Scores scores, StageRules rules) {
    this.stages = stages;
    this.scores = scores;
    this.rules = rules;
  }

  ScoreAssessment verdict(LeadScored scored) {
    return rules.verdict(scoreThatCounts(scored), isHandRaise(scored));
  }

  /** At the sales-ready line, or asking for sales and let through. */
  public boolean isSalesReady(LeadScored scored) {
    ScoreAssessment assessment = verdict(scored);
    return assessment.kind() == ScoreAssessment.Kind.SALES_READY
        || (isHandRaise(scored) && assessment.crosses());
  }

  private boolean isHandRaise(LeadScored scored) {
    return rules.isHandRaiser(scored.signal().type());
  }

  /** After a no only what the lead has done since counts, besides its fit (rule R8). */
  private Score scoreThatCounts(LeadScored scored) {
    return stages.episodes(scored.batch(), scored.leadId()).stream()
        .filter(episode -> episode.stage() == Stage.RECYCLED)
        .reduce((earlier, later) -> later)
        .map(no -> scores.since(scored.facts(), scored.signal().recordedAt(), no.enteredAt()))
        .orElseGet(scored::score);
  }
}
