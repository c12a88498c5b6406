package dev.baton.change.backtest;

import dev.baton.score.Scoring;
import dev.baton.stage.Competitors;
import dev.baton.stage.MqlJudgement;
import org.springframework.stereotype.Component;

/** What judges the past: the same that judges the present. */
@Component
record JudgementTools(MqlJudgement judgement, Scoring scoring, Competitors competitors) {}
