package dev.baton.handoff;

import dev.baton.input.ApiProblem;
import dev.baton.input.FieldReader;
import dev.baton.input.AnswerForm;
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

  private final Progress progress;
  private final Taxonomy taxonomy;
  private final Touches touches;
  private final Opportunities opportunities;
  private final NonNegotiables nonNegotiables;
  private final HandoffProcess process;
  private final ApplicationEventPublisher facts;

  Answers(
      Progress progress,
      Taxonomy taxonomy,
      Touches touches,
      Opportunities opportunities,
      NonNegotiables nonNegotiables,
      HandoffProcess process,
      ApplicationEventPublisher facts) {
    this.progress = progress;
    this.taxonomy = taxonomy;
    this.touches = touches;
    this.opportunities = opportunities;
    this.nonNegotiables = nonNegotiables;
    this.process = process;
    this.facts = facts;
  }

  /** Looks at what is said of this handoff, once it is known that it may be said. */
  void judge(Handoff handoff, State question, Map<String, Object> fields, String by) {
    if (question == State.QUALIFICATION) {
      judged(handoff, read(question, fields), by);
    }
  }

  /** Checks an answer's fields without recording anything. */
  void check(State question, Map<String, Object> fields) {
    if (question != State.CLOSED) {
      read(question, fields);
    }
  }

  /** Accept (SAL) or reject; answers the decision and reason that the process goes on with. */
  public Decided recordReview(String handoffId, Map<String, Object> fields, String by) {
    Read read = read(State.REVIEW, fields);
    Handoff handoff = begin(handoffId, State.REVIEW, by);
    AnswerLog.Entry entry = entry(handoff, read, by);
    Handoff owned = progress.answered(handoff, entry);
    if (read.decision().equals("accept")) {
      progress.reach(owned, Stage.SAL, State.QUALIFICATION, entry);
    } else {
      progress.close(owned, "rejected", entry);
    }
    return decided(owned, read);
  }

  /** Qualify (SQL) or disqualify. */
  public Decided recordQualification(String handoffId, Map<String, Object> fields, String by) {
    Read read = read(State.QUALIFICATION, fields);
    Handoff handoff = begin(handoffId, State.QUALIFICATION, by);
    Read judged = judged(handoff, read, by);
    AnswerLog.Entry entry = entry(State.QUALIFICATION, judged, by);
    Handoff owned = progress.answered(handoff, State.QUALIFICATION, entry);
    if (!judged.decision().equals("qualify")) {
      progress.close(owned, State.QUALIFICATION, "disqualified", entry);
    } else if (handoff.state() == State.QUALIFICATION) {
      progress.accept(owned, entry);
      progress.reach(owned, Stage.SQL, State.FIRST_TOUCH, entry);
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
    progress.accept(
        handoff,
        new AnswerLog.Entry(
            handoff.state().clock(), "touch", null, null, null, by, touch.recordedAt()));
  }

  /** The first touch after SQL, or lost. */
  public Decided recordTouch(String handoffId, Map<String, Object> fields, String by) {
    Read read = read(State.FIRST_TOUCH, fields);
    Handoff handoff = begin(handoffId, State.FIRST_TOUCH, by);
    AnswerLog.Entry entry = entry(handoff, read, by);
    Handoff owned = progress.answered(handoff, entry);
    if (read.decision().equals("touch")) {
      touches.append(handoffId, touch(read.answer(), by));
      progress.touched(owned, entry);
    } else {
      progress.close(owned, "lost", entry);
    }
    return decided(owned, read);
  }

  /** A deal record, or lost. */
  public Decided recordOpportunity(String handoffId, Map<String, Object> fields, String by) {
    Read read = read(State.OPPORTUNITY, fields);
    Handoff handoff = begin(handoffId, State.OPPORTUNITY, by);
    AnswerLog.Entry entry = entry(handoff, read, by);
    Handoff owned = progress.answered(handoff, entry);
    if (read.decision().equals("open")) {
      // A deal says more than a confirmation that is still owed.
      progress.disappears(owned, State.QUALIFICATION, entry.answeredAt());
      Opportunities.Deal deal = Opportunities.read(read.answer());
      opportunities.open(handoffId, deal, by, entry.answeredAt());
      progress.reach(owned, Stage.OPPORTUNITY, State.OPPORTUNITY, entry);
      facts.publishEvent(
          new DealRecorded(
              handoffId, handoff.leadId(), deal.amount(), deal.currency(), entry.answeredAt()));
    } else {
      progress.close(owned, "lost", entry);
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

  private Read read(State question, Map<String, Object> fields) {
    FieldReader given = new FieldReader(fields);
    Criteria criteria = question == State.QUALIFICATION ? Criteria.read(given) : null;
    AnswerReader answer = AnswerReader.of(taxonomy.in(form(question), question), given);
    if ("touch".equals(answer.text(AnswerFields.DECISION))) {
      touch(answer, "");
    }
    answer.check();
    String content = criteria == null ? null : criteria.toJson(null, null);
    return new Read(answer, NoDetails.of(answer).in(content), criteria);
  }

  /** Frameworks differ in their criteria only. */
  private static AnswerForm form(State question) {
    return switch (question) {
      case REVIEW -> AnswerSchema.REVIEW;
      case QUALIFICATION -> AnswerSchema.BANT;
      case FIRST_TOUCH -> AnswerSchema.FIRST_TOUCH;
      case OPPORTUNITY -> AnswerSchema.OPEN_OPPORTUNITY;
      case CLOSED -> throw new IllegalArgumentException("Nothing is asked any more");
    };
  }

  private Touches.Touch touch(AnswerReader answer, String by) {
    return Touches.read(answer, by, progress.now());
  }

  /** A yes without a non-negotiable is refused, or a manager's with a reason; a no needs none. */
  private Read judged(Handoff handoff, Read read, String by) {
    if (!read.decision().equals("qualify")) {
      return read;
    }
    List<String> without = nonNegotiables.check(handoff, read.criteria(), read.override(), by);
    return without.isEmpty()
        ? read
        : new Read(
            read.answer(), read.criteria().toJson(read.override(), without), read.criteria());
  }

  private Handoff begin(String handoffId, State question, String by) {
    Handoff handoff = progress.begin(handoffId, question, by);
    if (handoff.mayConfirm() && !process.isSettled(handoffId)) {
      // Two answers on their way at once would read each other's decision.
      throw new ConcurrencyFailureException("The process is on its way from another answer");
    }
    return handoff;
  }

  private AnswerLog.Entry entry(Handoff handoff, Read read, String by) {
    return entry(handoff.state(), read, by);
  }

  private AnswerLog.Entry entry(State question, Read read, String by) {
    return new AnswerLog.Entry(
        question.clock(),
        read.decision(),
        read.reason(),
        read.note(),
        read.content(),
        by,
        progress.now());
  }

  private static Decided decided(Handoff handoff, Read read) {
    return new Decided(read.decision(), read.reason(), handoff);
  }
}
