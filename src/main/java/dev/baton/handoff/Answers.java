package dev.baton.handoff;

import dev.baton.handoff.answer.AnswerFields;
import dev.baton.handoff.answer.AnswerReader;
import dev.baton.handoff.answer.AnswerSchema;
import dev.baton.handoff.answer.Criteria;
import dev.baton.handoff.answer.Opportunities;
import dev.baton.handoff.answer.QualificationMusts;
import dev.baton.handoff.answer.RejectionDetails;
import dev.baton.handoff.answer.Touches;
import dev.baton.handoff.lifecycle.HandoffTransitions;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.record.AnswerLog;
import dev.baton.handoff.record.DealRecorded;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.RejectionTaxonomy;
import dev.baton.input.AnswerForm;
import dev.baton.input.ApiProblem;
import dev.baton.input.FieldReader;
import dev.baton.stage.Stage;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Records the answers to the four questions. The steps behind the user tasks call it, so every door
 * meets the same checks; each method throws {@link ApiProblem} and then nothing is recorded.
 */
@Component
public class Answers {
  /** The decision of a yes to what a rule had decided already. */
  private static final String CONFIRM = "confirm";

  private final HandoffTransitions transitions;
  private final RejectionTaxonomy taxonomy;
  private final Touches touches;
  private final Opportunities opportunities;
  private final QualificationMusts qualificationMusts;
  private final HandoffProcess process;
  private final ApplicationEventPublisher facts;

  Answers(
      HandoffTransitions transitions,
      RejectionTaxonomy taxonomy,
      Touches touches,
      Opportunities opportunities,
      QualificationMusts qualificationMusts,
      HandoffProcess process,
      ApplicationEventPublisher facts) {
    this.transitions = transitions;
    this.taxonomy = taxonomy;
    this.touches = touches;
    this.opportunities = opportunities;
    this.qualificationMusts = qualificationMusts;
    this.process = process;
    this.facts = facts;
  }

  /** Looks at what is said of this handoff, once it is known that it may be said. */
  void judge(Handoff handoff, HandoffState question, Map<String, Object> fields, String by) {
    if (question == HandoffState.QUALIFICATION) {
      judged(handoff, read(question, fields), by);
    }
  }

  /** Checks an answer's fields without recording anything. */
  void check(HandoffState question, Map<String, Object> fields) {
    if (question != HandoffState.CLOSED) {
      read(question, fields);
    }
  }

  /** Accept (SAL) or reject; answers the decision and reason that the process goes on with. */
  public Decided recordReview(String handoffId, Map<String, Object> fields, String by) {
    Read read = read(HandoffState.REVIEW, fields);
    Handoff handoff = begin(handoffId, HandoffState.REVIEW, by);
    AnswerLog.Entry entry = entry(handoff, read, by);
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
    Read read = read(HandoffState.QUALIFICATION, fields);
    Handoff handoff = begin(handoffId, HandoffState.QUALIFICATION, by);
    Read judged = judged(handoff, read, by);
    AnswerLog.Entry entry = entry(HandoffState.QUALIFICATION, judged, by);
    Handoff owned = transitions.answered(handoff, HandoffState.QUALIFICATION, entry);
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

  /** A touch while another question is open: it answers nothing, but accepts what nobody did. */
  void logTouch(Handoff handoff, Map<String, Object> fields, String by) {
    Touches.Touch touch = touch(AnswerReader.of(AnswerSchema.TOUCH, fields), by);
    touches.append(handoff.id(), touch);
    process.followUp(handoff, touch.nextAt());
    transitions.accept(
        handoff,
        new AnswerLog.Entry(
            handoff.state().clock(), "touch", null, null, null, by, touch.recordedAt()));
  }

  /** The first touch after SQL, or lost. */
  public Decided recordTouch(String handoffId, Map<String, Object> fields, String by) {
    Read read = read(HandoffState.FIRST_TOUCH, fields);
    Handoff handoff = begin(handoffId, HandoffState.FIRST_TOUCH, by);
    AnswerLog.Entry entry = entry(handoff, read, by);
    Handoff owned = transitions.answered(handoff, entry);
    if (read.decision().equals("touch")) {
      touches.append(handoffId, touch(read.answer(), by));
      transitions.touched(owned, entry);
    } else {
      transitions.close(owned, "lost", entry);
    }
    return decided(owned, read);
  }

  /** A deal record, or lost. */
  public Decided recordOpportunity(String handoffId, Map<String, Object> fields, String by) {
    Read read = read(HandoffState.OPPORTUNITY, fields);
    Handoff handoff = begin(handoffId, HandoffState.OPPORTUNITY, by);
    AnswerLog.Entry entry = entry(handoff, read, by);
    Handoff owned = transitions.answered(handoff, entry);
    if (read.decision().equals("open")) {
      // A deal says more than a confirmation that is still owed.
      transitions.disappears(owned, HandoffState.QUALIFICATION, entry.answeredAt());
      Opportunities.Deal deal = Opportunities.read(read.answer());
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
  public record Decided(String decision, String reason, Handoff handoff) {}

  /**
   * What was read of an answer.
   *
   * @param criteria of a qualification, else null
   */
  private record Read(AnswerReader answer, String content, Criteria criteria) {
    String decision() {
      return answer.text(AnswerFields.DECISION);
    }

    /** A rejection needs one of the taxonomy; what is no rejection has none. */
    String reason() {
      return answer.text(AnswerFields.REASON);
    }

    String note() {
      return answer.text(AnswerFields.NOTE);
    }

    String override() {
      return answer.text(AnswerFields.OVERRIDE);
    }
  }

  private Read read(HandoffState question, Map<String, Object> fields) {
    FieldReader given = new FieldReader(fields);
    Criteria criteria = question == HandoffState.QUALIFICATION ? Criteria.read(given) : null;
    AnswerReader answer = AnswerReader.of(taxonomy.in(form(question), question), given);
    if ("touch".equals(answer.text(AnswerFields.DECISION))) {
      touch(answer, "");
    }
    answer.check();
    String content = criteria == null ? null : criteria.toJson(null, null);
    return new Read(answer, RejectionDetails.of(answer).in(content), criteria);
  }

  /** Frameworks differ in their criteria only. */
  private static AnswerForm form(HandoffState question) {
    return switch (question) {
      case REVIEW -> AnswerSchema.REVIEW;
      case QUALIFICATION -> AnswerSchema.BANT;
      case FIRST_TOUCH -> AnswerSchema.FIRST_TOUCH;
      case OPPORTUNITY -> AnswerSchema.OPEN_OPPORTUNITY;
      case CLOSED -> throw new IllegalArgumentException("Nothing is asked any more");
    };
  }

  private Touches.Touch touch(AnswerReader answer, String by) {
    return Touches.read(answer, by, transitions.now());
  }

  /** A yes without a non-negotiable is refused, or a manager's with a reason; a no needs none. */
  private Read judged(Handoff handoff, Read read, String by) {
    if (!read.decision().equals("qualify")) {
      return read;
    }
    List<String> without = qualificationMusts.check(handoff, read.criteria(), read.override(), by);
    return without.isEmpty()
        ? read
        : new Read(
            read.answer(), read.criteria().toJson(read.override(), without), read.criteria());
  }

  private Handoff begin(String handoffId, HandoffState question, String by) {
    Handoff handoff = transitions.begin(handoffId, question, by);
    if (handoff.mayConfirm() && !process.isSettled(handoffId)) {
      // Two answers on their way at once would read each other's decision.
      throw new ConcurrencyFailureException("The process is on its way from another answer");
    }
    return handoff;
  }

  private AnswerLog.Entry entry(Handoff handoff, Read read, String by) {
    return entry(handoff.state(), read, by);
  }

  private AnswerLog.Entry entry(HandoffState question, Read read, String by) {
    return new AnswerLog.Entry(
        question.clock(),
        read.decision(),
        read.reason(),
        read.note(),
        read.content(),
        by,
        transitions.now());
  }

  private static Decided decided(Handoff handoff, Read read) {
    return new Decided(read.decision(), read.reason(), handoff);
  }
}
