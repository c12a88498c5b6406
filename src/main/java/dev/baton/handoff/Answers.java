package dev.baton.handoff;

import dev.baton.handoff.answer.AnswerFields;
import dev.baton.handoff.answer.AnsweredAt;
import dev.baton.handoff.answer.Deal;
import dev.baton.handoff.answer.Opportunities;
import dev.baton.handoff.answer.TouchVerdict;
import dev.baton.handoff.answer.Touches;
import dev.baton.handoff.lifecycle.AnswerPreconditions;
import dev.baton.handoff.lifecycle.HandoffTransitions;
import dev.baton.handoff.record.AnswerEntry;
import dev.baton.handoff.record.DealRecorded;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import dev.baton.input.ApiProblem;
import dev.baton.input.InvalidInput;
import dev.baton.stage.Stage;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Records the answers to the four questions. The steps behind the user tasks call it, so every way
 * of answering meets the same checks; each method throws {@link ApiProblem} and then nothing is
 * recorded.
 */
@Component
public class Answers {
  /** The decision of a yes to what a rule had decided already. */
  private static final String CONFIRM = "confirm";

  private final AnswerValidation validation;
  private final AnswerPreconditions preconditions;
  private final HandoffTransitions transitions;
  private final Touches touches;
  private final Opportunities opportunities;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  Answers(
      AnswerValidation validation,
      AnswerPreconditions preconditions,
      HandoffTransitions transitions,
      Touches touches,
      Opportunities opportunities,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.validation = validation;
    this.preconditions = preconditions;
    this.transitions = transitions;
    this.touches = touches;
    this.opportunities = opportunities;
    this.facts = facts;
    this.clock = clock;
  }

  /** The answer to one of the questions. */
  Decided record(HandoffState question, String handoffId, Map<String, Object> fields, String by) {
    return switch (question) {
      case REVIEW -> recordReview(handoffId, fields, by);
      case QUALIFICATION -> recordQualification(handoffId, fields, by);
      case FIRST_TOUCH -> recordTouch(handoffId, fields, by);
      case OPPORTUNITY -> recordOpportunity(handoffId, fields, by);
      case CLOSED -> throw new IllegalArgumentException("Nothing is asked any more");
    };
  }

  /** Accept (SAL) or reject; answers the decision and reason that the process goes on with. */
  public Decided recordReview(String handoffId, Map<String, Object> fields, String by) {
    AnswerValidation.Read read = validation.read(HandoffState.REVIEW, fields);
    Handoff handoff = preconditions.beginAlone(handoffId, HandoffState.REVIEW, by);
    AnswerEntry entry = entry(handoff, read, by);
    Handoff owned = transitions.answered(handoff, entry);
    if (read.decision().equals("accept")) {
      transitions.reach(owned, Stage.SAL, HandoffState.QUALIFICATION, entry);
    } else {
      transitions.close(owned, "rejected", entry);
    }
    return decided(owned, read);
  }

  /** Qualify (SQL) or disqualify. */
  public Decided recordQualification(String handoffId, Map<String, Object> fields, String by) {
    AnswerValidation.Read read = validation.read(HandoffState.QUALIFICATION, fields);
    Handoff handoff = preconditions.beginAlone(handoffId, HandoffState.QUALIFICATION, by);
    AnswerValidation.Read judged = validation.judged(handoff, read, by);
    AnswerEntry entry = entry(HandoffState.QUALIFICATION, judged, by);
    Handoff owned = transitions.answered(handoff, HandoffState.QUALIFICATION.clock(), entry);
    if (!judged.decision().equals("qualify")) {
      transitions.close(owned, HandoffState.QUALIFICATION, "disqualified", entry);
    } else if (handoff.state() == HandoffState.QUALIFICATION) {
      transitions.accept(owned, entry);
      transitions.reach(owned, Stage.SQL, HandoffState.FIRST_TOUCH, entry);
    } else {
      return new Decided(CONFIRM, null, owned);
    }
    return decided(owned, judged);
  }

  /** The first touch after SQL, or lost. */
  public Decided recordTouch(String handoffId, Map<String, Object> fields, String by) {
    AnswerValidation.Read read = validation.read(HandoffState.FIRST_TOUCH, fields);
    Handoff handoff = preconditions.beginAlone(handoffId, HandoffState.FIRST_TOUCH, by);
    Optional<TouchVerdict> verdict = firstTouch(read);
    AnswerEntry entry = entry(handoff, read, by);
    Handoff owned = transitions.answered(handoff, entry);
    if (verdict.isPresent()) {
      touches.append(
          handoffId, Touches.read(read.answer(), verdict.get(), by, AnsweredAt.of(clock)));
      transitions.touched(owned, entry);
    } else {
      transitions.close(owned, "lost", entry);
    }
    return decided(owned, read);
  }

  /** Empty when it is lost; what the table doesn't take for a first touch is refused (rule R19). */
  private Optional<TouchVerdict> firstTouch(AnswerValidation.Read read) {
    if (!read.decision().equals("touch")) {
      return Optional.empty();
    }
    TouchVerdict verdict = touches.judge(read.answer());
    if (!verdict.meets()) {
      throw InvalidInput.at(
          AnswerFields.OUTCOME,
          "This alone is no first touch, so the lead still waits for one. Log it on the lead's"
              + " page and try another way");
    }
    return Optional.of(verdict);
  }

  /** A deal record, or lost. */
  public Decided recordOpportunity(String handoffId, Map<String, Object> fields, String by) {
    AnswerValidation.Read read = validation.read(HandoffState.OPPORTUNITY, fields);
    Handoff handoff = preconditions.beginAlone(handoffId, HandoffState.OPPORTUNITY, by);
    AnswerEntry entry = entry(handoff, read, by);
    Handoff owned = transitions.answered(handoff, entry);
    if (read.decision().equals("open")) {
      // A deal says more than a confirmation that is still owed.
      transitions.disappears(owned, HandoffState.QUALIFICATION, entry.answeredAt());
      Deal deal = Opportunities.read(read.answer());
      opportunities.open(handoffId, deal, by, entry.answeredAt());
      transitions.reach(owned, Stage.OPPORTUNITY, HandoffState.OPPORTUNITY, entry);
      facts.publishEvent(
          new DealRecorded(
              handoffId, handoff.leadId(), deal.amount(), deal.currency(), entry.answeredAt()));
    } else {
      transitions.close(owned, "lost", entry);
    }
    return decided(owned, read);
  }

  /** What the process goes on with. */
  public record Decided(String decision, @Nullable String reason, Handoff handoff) {}

  private AnswerEntry entry(Handoff handoff, AnswerValidation.Read read, String by) {
    return entry(handoff.state(), read, by);
  }

  private AnswerEntry entry(HandoffState question, AnswerValidation.Read read, String by) {
    return new AnswerEntry(
        question.clock(),
        read.decision(),
        read.reason(),
        read.note(),
        read.content(),
        by,
        AnsweredAt.of(clock));
  }

  private static Decided decided(Handoff handoff, AnswerValidation.Read read) {
    return new Decided(read.decision(), read.reason(), handoff);
  }
}
