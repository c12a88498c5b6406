package dev.baton.handoff;

import dev.baton.score.LeadScored;
import dev.baton.score.Scores;
import dev.baton.signal.Signal;
import dev.baton.stage.Judge;
import dev.baton.stage.Verdict;
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
  private final RuleQualification rule;
  private final Joining joining;
  private final Judge judge;
  private final Opening opening;
  private final Announcements announcements;
  private final Scores scores;
  private final Clock clock;

  ScoredSignalReaction(
      RuleQualification rule,
      Joining joining,
      Judge judge,
      Opening opening,
      Announcements announcements,
      Scores scores,
      Clock clock) {
    this.rule = rule;
    this.joining = joining;
    this.judge = judge;
    this.opening = opening;
    this.announcements = announcements;
    this.scores = scores;
    this.clock = clock;
  }

  @EventListener
  void on(LeadScored scored) {
    rule.overtake(scored);
    joining.join(scored);
    evaluate(scored);
  }

  /**
   * Looks again at what a lead did between a no and its way back: it was still with sales then, and
   * a hand that it raised would be lost (rule R8). Its row is locked by whoever calls.
   */
  void again(String leadId, Instant since) {
    Instant now = clock.instant();
    scores.facts(leadId, now).signals().stream()
        .filter(signal -> signal.recordedAt().isAfter(since))
        .sorted(Comparator.comparing(Signal::recordedAt))
        .map(signal -> new LeadScored(scores.score(leadId, now), signal))
        .forEach(this::evaluate);
  }

  private void evaluate(LeadScored scored) {
    Verdict verdict = judge.evaluate(scored);
    switch (verdict.kind()) {
      case MQL, SALES_READY -> opening.open(scored);
      case TELL_MARKETING -> announcements.declined(scored.signal(), verdict.reason());
      case NONE -> opening.openKept(scored);
    }
  }
}
