package dev.baton.handoff.lifecycle;

import dev.baton.handoff.answer.AnswerFields;
import dev.baton.handoff.answer.AnswerReader;
import dev.baton.handoff.answer.AnswerSchema;
import dev.baton.handoff.answer.Opportunities;
import dev.baton.handoff.answer.RejectionDetails;
import dev.baton.handoff.record.AnswerLog;
import dev.baton.handoff.record.DealRecorded;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.Handoffs;
import dev.baton.handoff.record.RejectionTaxonomy;
import dev.baton.stage.Stage;
import dev.baton.stage.Stages;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How a running deal ends; its process has ended when the opportunity was opened. */
@Component
public class Outcomes {
  private final HandoffTransitions transitions;
  private final Handoffs handoffs;
  private final Opportunities opportunities;
  private final RejectionConsequences rejectionConsequences;
  private final RejectionTaxonomy taxonomy;
  private final Stages stages;
  private final ApplicationEventPublisher facts;

  Outcomes(
      HandoffTransitions transitions,
      Handoffs handoffs,
      Opportunities opportunities,
      RejectionConsequences rejectionConsequences,
      RejectionTaxonomy taxonomy,
      Stages stages,
      ApplicationEventPublisher facts) {
    this.transitions = transitions;
    this.handoffs = handoffs;
    this.opportunities = opportunities;
    this.rejectionConsequences = rejectionConsequences;
    this.taxonomy = taxonomy;
    this.stages = stages;
    this.facts = facts;
  }

  /** Checks the fields of an outcome; answers whether it is lost. */
  public boolean isLost(Map<String, Object> answer) {
    AnswerReader given = read(answer);
    given.check();
    return given.text(AnswerFields.OUTCOME).equals("lost");
  }

  private AnswerReader read(Map<String, Object> answer) {
    return AnswerReader.of(taxonomy.in(AnswerSchema.OUTCOME, HandoffState.OPPORTUNITY), answer);
  }

  public boolean isDealRunning(Handoff handoff) {
    return handoff.state() == HandoffState.OPPORTUNITY
        && stages.current(handoff.leadId()).orElseThrow().stage() == Stage.OPPORTUNITY;
  }

  public void lost(String handoffId, Map<String, Object> answer, String by) {
    Handoff handoff = begin(handoffId, by);
    transitions.close(transitions.answered(handoff, entry(answer, by)), "lost", entry(answer, by));
    rejectionConsequences.apply(handoffId);
  }

  public void won(String handoffId, Map<String, Object> answer, String by) {
    Handoff handoff = begin(handoffId, by);
    AnswerLog.Entry entry = entry(answer, by);
    Handoff owned = transitions.answered(handoff, entry);
    Opportunities.Deal deal = opportunities.of(handoffId).orElseThrow();
    BigDecimal amount = read(answer).amount(AnswerFields.VALUE);
    transitions.reach(owned, Stage.CUSTOMER, HandoffState.OPPORTUNITY, entry);
    facts.publishEvent(
        new DealRecorded(
            handoffId,
            handoff.leadId(),
            amount == null ? deal.amount() : amount,
            deal.currency(),
            entry.answeredAt()));
    transitions.close(owned, "won", entry);
    handoffs.release(handoffId);
  }

  private Handoff begin(String handoffId, String by) {
    Handoff handoff = transitions.begin(handoffId, List.of(HandoffState.OPPORTUNITY), by);
    if (!isDealRunning(handoff)) {
      throw transitions.conflict(handoff);
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
        RejectionDetails.of(given).in(null),
        by,
        transitions.now());
  }
}
