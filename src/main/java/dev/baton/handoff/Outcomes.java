package dev.baton.handoff;

import dev.baton.input.FieldReader;
import dev.baton.stage.Stage;
import dev.baton.stage.Stages;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How a running deal ends; its process has ended when the opportunity was opened. */
@Component
class Outcomes {
  private final Progress progress;
  private final Handoffs handoffs;
  private final Opportunities opportunities;
  private final NextSteps nextSteps;
  private final Taxonomy taxonomy;
  private final Stages stages;
  private final ApplicationEventPublisher facts;

  Outcomes(
      Progress progress,
      Handoffs handoffs,
      Opportunities opportunities,
      NextSteps nextSteps,
      Taxonomy taxonomy,
      Stages stages,
      ApplicationEventPublisher facts) {
    this.progress = progress;
    this.handoffs = handoffs;
    this.opportunities = opportunities;
    this.nextSteps = nextSteps;
    this.taxonomy = taxonomy;
    this.stages = stages;
    this.facts = facts;
  }

  /** Checks the fields of an outcome; answers whether it is lost. */
  boolean isLost(Map<String, Object> answer) {
    AnswerReader given = read(answer);
    given.check();
    return given.text(AnswerFields.OUTCOME).equals("lost");
  }

  private AnswerReader read(Map<String, Object> answer) {
    return AnswerReader.of(taxonomy.in(AnswerSchema.OUTCOME, State.OPPORTUNITY), answer);
  }

  boolean isDealRunning(Handoff handoff) {
    return handoff.state() == State.OPPORTUNITY
        && stages.current(handoff.leadId()).orElseThrow().stage() == Stage.OPPORTUNITY;
  }

  void lost(String handoffId, Map<String, Object> answer, String by) {
    Handoff handoff = begin(handoffId, by);
    progress.close(progress.answered(handoff, entry(answer, by)), "lost", entry(answer, by));
    nextSteps.apply(handoffId);
  }

  void won(String handoffId, Map<String, Object> answer, String by) {
    Handoff handoff = begin(handoffId, by);
    AnswerLog.Entry entry = entry(answer, by);
    Handoff owned = progress.answered(handoff, entry);
    Opportunities.Deal deal = opportunities.of(handoffId).orElseThrow();
    BigDecimal amount = read(answer).amount(AnswerFields.VALUE);
    progress.reach(owned, Stage.CUSTOMER, State.OPPORTUNITY, entry);
    facts.publishEvent(
        new DealRecorded(
            handoffId,
            handoff.leadId(),
            amount == null ? deal.amount() : amount,
            deal.currency(),
            entry.answeredAt()));
    progress.close(owned, "won", entry);
    handoffs.release(handoffId);
  }

  private Handoff begin(String handoffId, String by) {
    Handoff handoff = progress.begin(handoffId, List.of(State.OPPORTUNITY), by);
    if (!isDealRunning(handoff)) {
      throw progress.conflict(handoff);
    }
    return handoff;
  }

  private AnswerLog.Entry entry(Map<String, Object> answer, String by) {
    AnswerReader given = read(answer);
    return new AnswerLog.Entry(
        "outcome",
        given.text(AnswerFields.OUTCOME),
        given.text(AnswerFields.REASON),
        given.text(AnswerFields.NOTE),
        NoDetails.of(given).in(null),
        by,
        progress.now());
  }
}
