package dev.baton.handoff.lifecycle;

import dev.baton.handoff.notice.IntentNotices;
import dev.baton.lead.LeadBatch;
import dev.baton.score.LeadScored;
import dev.baton.score.Scores;
import dev.baton.signal.Signal;
import dev.baton.stage.MqlEvaluation;
import dev.baton.stage.ScoreAssessment;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Reaction to a scored signal: all that it changes for sales, in the signal's transaction. The
 * order is a rule: what the rule takes over is no review any more that a raised hand could hurry,
 * and the signal that opens a handoff doesn't join it too.
 */
@Component
class ScoredSignalReaction {
  private final AutomaticQualification rule;
  private final RepeatSignals signals;
  private final MqlEvaluation evaluation;
  private final HandoffOpener opener;
  private final IntentNotices notices;
  private final Scores scores;
  private final Clock clock;

  ScoredSignalReaction(
      AutomaticQualification rule,
      RepeatSignals signals,
      MqlEvaluation evaluation,
      HandoffOpener opener,
      IntentNotices notices,
      Scores scores,
      Clock clock) {
    this.rule = rule;
    this.signals = signals;
    this.evaluation = evaluation;
    this.opener = opener;
    this.notices = notices;
    this.scores = scores;
    this.clock = clock;
  }

  @EventListener
  void on(LeadScored scored) {
    rule.overtake(scored);
    if (scored.counted()) {
      signals.join(scored);
    }
    evaluate(scored);
  }

  /**
   * Looks again at what a lead did between a no and its way back: it was still with sales then, and
   * a hand that it raised would be lost (rule R8). Its row is locked by whoever calls.
   */
  void again(String leadId, Instant since) {
    Instant now = clock.instant();
    LeadBatch batch = LeadBatch.of(leadId, now);
    scores.facts(leadId, now).signals().stream()
        .filter(signal -> signal.recordedAt().isAfter(since))
        .sorted(Comparator.comparing(Signal::recordedAt))
        .map(signal -> scored(signal, now, batch))
        .forEach(this::evaluate);
  }

  private LeadScored scored(Signal signal, Instant now, LeadBatch batch) {
    return new LeadScored(
        scores.score(signal.leadId(), now),
        signal,
        scores.facts(signal.leadId(), signal.recordedAt()),
        true,
        batch);
  }

  private void evaluate(LeadScored scored) {
    ScoreAssessment assessment = evaluation.evaluate(scored);
    switch (assessment.kind()) {
      case MQL, SALES_READY -> opener.open(scored);
      case TELL_MARKETING -> {
        if (scored.counted()) {
          notices.declined(scored.signal(), assessment.reason());
        }
      }
      case NONE -> opener.openKept(scored);
    }
  }
}
