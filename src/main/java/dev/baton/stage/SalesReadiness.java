package dev.baton.stage;

import dev.baton.engine.DecisionSnapshot;
import dev.baton.engine.Decisions;
import dev.baton.score.LeadScored;
import org.springframework.stereotype.Component;

/** Whether a scored signal makes its lead ready for sales (rules R5, R8, R10). */
@Component
public class SalesReadiness {
  private final ScoredLeads leads;
  private final MqlJudgement judgement;
  private final StageRules rules;
  private final Decisions decisions;

  SalesReadiness(ScoredLeads leads, MqlJudgement judgement, StageRules rules, Decisions decisions) {
    this.leads = leads;
    this.judgement = judgement;
    this.rules = rules;
    this.decisions = decisions;
  }

  /** At the sales-ready line, or asking for sales and let through. */
  public boolean isSalesReady(LeadScored scored) {
    DecisionSnapshot tables = decisions.inForce();
    ScoreAssessment assessment = judgement.verdict(leads.of(scored), scored.signal(), tables);
    return assessment.kind() == ScoreAssessment.Kind.SALES_READY
        || (rules.isHandRaiser(scored.signal().type(), tables) && assessment.crosses());
  }
}
