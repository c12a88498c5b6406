package dev.baton.stage;

import dev.baton.engine.Decisions;
import dev.baton.score.LeadScored;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Evaluation of a scored signal by the tables in force: makes the lead an MQL if they say so.
 * Nothing here ever takes a stage back.
 */
@Component
public class MqlEvaluation {
  private final Stages stages;
  private final ScoredLeads leads;
  private final MqlJudgement judgement;
  private final Decisions decisions;

  MqlEvaluation(Stages stages, ScoredLeads leads, MqlJudgement judgement, Decisions decisions) {
    this.stages = stages;
    this.leads = leads;
    this.judgement = judgement;
    this.decisions = decisions;
  }

  /**
   * Makes the lead an MQL if the signal says so.
   *
   * @return what came of it: nothing where the lead may become no MQL, or is blocked
   */
  public ScoreAssessment evaluate(LeadScored scored) {
    ScoreAssessment assessment =
        judgement.judge(leads.of(scored), scored.signal(), decisions.inForce());
    return assessment.crosses() ? enterMql(scored, assessment) : assessment;
  }

  private ScoreAssessment enterMql(LeadScored scored, ScoreAssessment assessment) {
    Instant at = scored.signal().recordedAt();
    StageMove move = stages.enter(scored.batch(), scored.leadId(), Stage.MQL, at, Stages.RULE);
    return move instanceof StageMove.Entered ? assessment : ScoreAssessment.NOTHING;
  }
}
