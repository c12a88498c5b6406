package dev.baton.handoff;

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
      judged(handoff, qualification(new FieldReader(fields)), by);
    }
  }

  /** Checks an answer's fields without recording anything. */
  void check(State question, Map<String, Object> fields) {
    switch (question) {
      case REVIEW -> review(new FieldReader(fields));
      case QUALIFICATION -> qualification(new FieldReader(fields));
      case FIRST_TOUCH -> touchOrLost(new FieldReader(fields));
      case OPPORTUNITY -> openOrLost(new FieldReader(fields));
      case CLOSED -> {}
    }
  }

  /** Accept (SAL) or reject; answers the decision and reason that the process goes on with. */
  public Decided recordReview(String handoffId, Map<String, Object> fields, String by) {
    Read read = review(new FieldReader(fields));
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
    Read read = qualification(new FieldReader(fields));
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
    Touches.Touch touch = Touches.read(new FieldReader(fields), by, progress.now());
    touches.append(handoff.id(), touch);
    process.followUp(handoff, touch.nextAt());
    progress.accept(
        handoff,
        new AnswerLog.Entry(
            handoff.state().clock(), "touch", null, null, null, by, touch.recordedAt()));
  }

  /** The first touch after SQL, or lost. */
  public Decided recordTouch(String handoffId, Map<String, Object> fields, String by) {
    Read read = touchOrLost(new FieldReader(fields));
    Handoff handoff = begin(handoffId, State.FIRST_TOUCH, by);
    AnswerLog.Entry entry = entry(handoff, read, by);
    Handoff owned = progress.answered(handoff, entry);
    if (read.decision().equals("touch")) {
      touches.append(handoffId, Touches.read(new FieldReader(fields), by, progress.now()));
      progress.touched(owned, entry);
    } else {
      progress.close(owned, "lost", entry);
    }
    return decided(owned, read);
  }

  /** A deal record, or lost. */
  public Decided recordOpportunity(String handoffId, Map<String, Object> fields, String by) {
    Read read = openOrLost(new FieldReader(fields));
    Handoff handoff = begin(handoffId, State.OPPORTUNITY, by);
    AnswerLog.Entry entry = entry(handoff, read, by);
    Handoff owned = progress.answered(handoff, entry);
    if (read.decision().equals("open")) {
      // A deal says more than a confirmation that is still owed.
      progress.disappears(owned, State.QUALIFICATION, entry.answeredAt());
      Opportunities.Deal deal = Opportunities.read(new FieldReader(fields));
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
   * @param override why a manager goes on without a non-negotiable, or null
   */
  private record Read(
      String decision,
      String reason,
      String note,
      String content,
      Criteria criteria,
      String override) {
    Read(String decision, String reason, String note, String content) {
      this(decision, reason, note, content, null, null);
    }
  }

  private Read review(FieldReader fields) {
    return decision(fields, State.REVIEW, "accept", "reject", null);
  }

  private Read qualification(FieldReader fields) {
    Criteria criteria = Criteria.read(fields);
    fields.text(AnswerFields.OVERRIDE);
    Read read =
        decision(fields, State.QUALIFICATION, "qualify", "disqualify", criteria.toJson(null, null));
    return new Read(
        read.decision(),
        read.reason(),
        read.note(),
        read.content(),
        criteria,
        fields.text(AnswerFields.OVERRIDE));
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
            read.decision(),
            read.reason(),
            read.note(),
            read.criteria().toJson(read.override(), without));
  }

  private Read touchOrLost(FieldReader fields) {
    if ("lost".equals(fields.text(AnswerFields.DECISION))) {
      return decision(fields, State.FIRST_TOUCH, "touch", "lost", null);
    }
    Touches.read(fields, "", progress.now());
    fields.check();
    return new Read("touch", null, fields.text(AnswerFields.NOTE), null);
  }

  private Read openOrLost(FieldReader fields) {
    if ("lost".equals(fields.text(AnswerFields.DECISION))) {
      return decision(fields, State.OPPORTUNITY, "open", "lost", null);
    }
    Opportunities.read(fields);
    fields.check();
    return new Read("open", null, fields.text(AnswerFields.NOTE), null);
  }

  /** A no needs a reason of the taxonomy; a yes has none. */
  private Read decision(FieldReader fields, State question, String yes, String no, String content) {
    String decision = fields.oneOf(AnswerFields.DECISION, List.of(yes, no));
    String reason =
        no.equals(decision) ? fields.oneOf(AnswerFields.REASON, taxonomy.codes(question)) : null;
    String note = fields.text(AnswerFields.NOTE);
    NoDetails details = NoDetails.read(fields);
    fields.check();
    return new Read(decision, reason, note, no.equals(decision) ? details.in(content) : content);
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
