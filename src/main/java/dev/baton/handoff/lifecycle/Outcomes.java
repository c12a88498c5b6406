package dev.baton.handoff.lifecycle;

import dev.baton.handoff.answer.AnswerFields;
import dev.baton.handoff.answer.AnswerReader;
import dev.baton.handoff.answer.AnsweredAt;
import dev.baton.handoff.answer.Deal;
import dev.baton.handoff.answer.DealSchema;
import dev.baton.handoff.answer.Opportunities;
import dev.baton.handoff.answer.RejectionDetails;
import dev.baton.handoff.record.AnswerEntry;
import dev.baton.handoff.record.DealRecorded;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.RejectionTaxonomy;
import dev.baton.stage.Stage;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How a running deal ends; its process has ended when the opportunity was opened. */
@Component
public class Outcomes {
  private final HandoffTransitions transitions;
  private final AnswerPreconditions preconditions;
  private final Opportunities opportunities;
  private final RejectionConsequences rejectionConsequences;
  private final RejectionTaxonomy taxonomy;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  Outcomes(
      HandoffTransitions transitions,
      AnswerPreconditions preconditions,
      Opportunities opportunities,
      RejectionConsequences rejectionConsequences,
      RejectionTaxonomy taxonomy,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.transitions = transitions;
    this.preconditions = preconditions;
    this.opportunities = opportunities;
    this.rejectionConsequences = rejectionConsequences;
    this.taxonomy = taxonomy;
    this.facts = facts;
    this.clock = clock;
  }

  /** Checks the fields of an outcome; answers whether it is lost. */
  public boolean isLost(Map<String, Object> answer) {
    AnswerReader given = read(answer);
    given.check();
    return given.requiredText(AnswerFields.OUTCOME).equals("lost");
  }

  private AnswerReader read(Map<String, Object> answer) {
    return AnswerReader.of(taxonomy.in(DealSchema.OUTCOME, HandoffState.OPPORTUNITY), answer)
        .saidAt(clock.instant());
  }

  public void lost(String handoffId, Map<String, Object> answer, String by) {
    Handoff handoff = begin(handoffId, by);
    transitions.close(transitions.answered(handoff, entry(answer, by)), "lost", entry(answer, by));
    rejectionConsequences.apply(handoffId);
  }

  public void won(String handoffId, Map<String, Object> answer, String by) {
    Handoff handoff = begin(handoffId, by);
    AnswerEntry entry = entry(answer, by);
    Handoff owned = transitions.answered(handoff, entry);
    Deal deal = opportunities.of(handoffId).orElseThrow();
    BigDecimal amount = read(answer).amount(AnswerFields.VALUE);
    if (amount != null && amount.compareTo(deal.amount()) != 0) {
      opportunities.revalue(handoffId, amount);
    }
    transitions.reach(owned, Stage.CUSTOMER, HandoffState.OPPORTUNITY, entry);
    facts.publishEvent(
        new DealRecorded(
            handoffId,
            handoff.leadId(),
            amount == null ? deal.amount() : amount,
            deal.currency(),
            entry.answeredAt()));
    transitions.win(owned, entry);
  }

  private Handoff begin(String handoffId, String by) {
    Handoff handoff = preconditions.begin(handoffId, List.of(HandoffState.OPPORTUNITY), by);
    if (!preconditions.isDealRunning(handoff)) {
      throw preconditions.conflict(handoff);
    }
    return handoff;
  }

  private AnswerEntry entry(Map<String, Object> answer, String by) {
    AnswerReader given = read(answer);
    return new AnswerEntry(
        "outcome",
        given.requiredText(AnswerFields.OUTCOME),
        given.text(AnswerFields.REASON),
        given.text(AnswerFields.NOTE),
        RejectionDetails.of(given).in(null),
        by,
        AnsweredAt.of(clock));
  }
}
