package dev.baton.handoff;

import dev.baton.stage.Stage;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Records the answers to the four questions. The steps behind the user tasks call it, so every door
 * meets the same checks; each method throws {@link AnswerRefused} and then nothing is recorded.
 */
@Component
public class Answers {
  private final Progress progress;
  private final Taxonomy taxonomy;
  private final Touches touches;
  private final Opportunities opportunities;
  private final ApplicationEventPublisher facts;

  Answers(
      Progress progress,
      Taxonomy taxonomy,
      Touches touches,
      Opportunities opportunities,
      ApplicationEventPublisher facts) {
    this.progress = progress;
    this.taxonomy = taxonomy;
    this.touches = touches;
    this.opportunities = opportunities;
    this.facts = facts;
  }

  /** Checks an answer's fields without recording anything. */
  void check(State question, Map<String, Object> fields) {
    switch (question) {
      case REVIEW -> review(new Fields(fields));
      case QUALIFICATION -> qualification(new Fields(fields));
      case FIRST_TOUCH -> touchOrLost(new Fields(fields));
      case OPPORTUNITY -> openOrLost(new Fields(fields));
      case CLOSED -> {}
    }
  }

  /** Accept (SAL) or reject; answers the decision and reason that the process goes on with. */
  public Decided recordReview(String handoffId, Map<String, Object> fields, String by) {
    Read read = review(new Fields(fields));
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
    Read read = qualification(new Fields(fields));
    Handoff handoff = begin(handoffId, State.QUALIFICATION, by);
    AnswerLog.Entry entry = entry(handoff, read, by);
    Handoff owned = progress.answered(handoff, entry);
    if (read.decision().equals("qualify")) {
      progress.reach(owned, Stage.SQL, State.FIRST_TOUCH, entry);
    } else {
      progress.close(owned, "disqualified", entry);
    }
    return decided(owned, read);
  }

  /** The first touch after SQL, or lost. */
  public Decided recordTouch(String handoffId, Map<String, Object> fields, String by) {
    Read read = touchOrLost(new Fields(fields));
    Handoff handoff = begin(handoffId, State.FIRST_TOUCH, by);
    AnswerLog.Entry entry = entry(handoff, read, by);
    Handoff owned = progress.answered(handoff, entry);
    if (read.decision().equals("touch")) {
      touches.append(handoffId, Touches.read(new Fields(fields), by, progress.now()));
      progress.touched(owned, entry);
    } else {
      progress.close(owned, "lost", entry);
    }
    return decided(owned, read);
  }

  /** A deal record, or lost. */
  public Decided recordOpportunity(String handoffId, Map<String, Object> fields, String by) {
    Read read = openOrLost(new Fields(fields));
    Handoff handoff = begin(handoffId, State.OPPORTUNITY, by);
    AnswerLog.Entry entry = entry(handoff, read, by);
    Handoff owned = progress.answered(handoff, entry);
    if (read.decision().equals("open")) {
      Opportunities.Deal deal = Opportunities.read(new Fields(fields));
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

  private record Read(String decision, String reason, String note, String content) {}

  private Read review(Fields fields) {
    return decision(fields, State.REVIEW, "accept", "reject", null);
  }

  private Read qualification(Fields fields) {
    String criteria = Criteria.read(fields);
    return decision(fields, State.QUALIFICATION, "qualify", "disqualify", criteria);
  }

  private Read touchOrLost(Fields fields) {
    if ("lost".equals(fields.text(AnswerFields.DECISION))) {
      return decision(fields, State.FIRST_TOUCH, "touch", "lost", null);
    }
    Touches.read(fields, "", progress.now());
    fields.check();
    return new Read("touch", null, fields.text(AnswerFields.NOTE), null);
  }

  private Read openOrLost(Fields fields) {
    if ("lost".equals(fields.text(AnswerFields.DECISION))) {
      return decision(fields, State.OPPORTUNITY, "open", "lost", null);
    }
    Opportunities.read(fields);
    fields.check();
    return new Read("open", null, fields.text(AnswerFields.NOTE), null);
  }

  /** A no needs a reason of the taxonomy; a yes has none. */
  private Read decision(Fields fields, State question, String yes, String no, String content) {
    String decision = fields.oneOf(AnswerFields.DECISION, List.of(yes, no));
    String reason =
        no.equals(decision) ? fields.oneOf(AnswerFields.REASON, taxonomy.codes(question)) : null;
    String note = fields.text(AnswerFields.NOTE);
    NoDetails details = NoDetails.read(fields);
    fields.check();
    return new Read(decision, reason, note, no.equals(decision) ? details.in(content) : content);
  }

  private Handoff begin(String handoffId, State question, String by) {
    return progress.begin(handoffId, List.of(question), by);
  }

  private AnswerLog.Entry entry(Handoff handoff, Read read, String by) {
    return new AnswerLog.Entry(
        handoff.state().clock(),
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
