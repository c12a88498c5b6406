package dev.baton.handoff;

import dev.baton.handoff.answer.AnswerFields;
import dev.baton.handoff.answer.AnswerSchema;
import dev.baton.handoff.answer.Criteria;
import dev.baton.handoff.answer.QualificationMusts;
import dev.baton.handoff.lifecycle.AnswerPreconditions;
import dev.baton.handoff.lifecycle.Outcomes;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import dev.baton.input.FieldError;
import dev.baton.input.InvalidInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Check of an answer, within a transaction in which its handoff is locked: refused is what would be
 * refused if it were given. Nothing is recorded.
 */
@Component
public class AnswerCheck {
  private static final String HOT = "hot";

  private final AnswerPreconditions preconditions;
  private final AnswerValidation validation;
  private final QualificationMusts musts;
  private final Outcomes outcomes;

  AnswerCheck(
      AnswerPreconditions preconditions,
      AnswerValidation validation,
      QualificationMusts musts,
      Outcomes outcomes) {
    this.preconditions = preconditions;
    this.validation = validation;
    this.musts = musts;
    this.outcomes = outcomes;
  }

  /** The answer to a question of the handoff. */
  public Handoff answer(
      String handoffId, HandoffState question, Map<String, Object> fields, String by) {
    validation.check(question, fields);
    Handoff handoff = preconditions.begin(handoffId, question, by);
    validation.judge(handoff, question, fields, by);
    if (question == HandoffState.OPPORTUNITY && preconditions.isDealRunning(handoff)) {
      throw preconditions.conflict(handoff);
    }
    return handoff;
  }

  /** A touch, in any open state. */
  public Handoff touch(String handoffId, Map<String, Object> fields, String by) {
    validation.check(HandoffState.FIRST_TOUCH, fields);
    return preconditions.begin(handoffId, HandoffState.ANSWERABLE, by);
  }

  /** An outcome: lost before a deal runs too, won of a running deal only. */
  public Handoff outcome(String handoffId, Map<String, Object> fields, String by) {
    boolean lost = outcomes.isLost(fields);
    Handoff handoff =
        preconditions.begin(
            handoffId, List.of(HandoffState.FIRST_TOUCH, HandoffState.OPPORTUNITY), by);
    if (!lost && !preconditions.isDealRunning(handoff)) {
      throw preconditions.conflict(handoff);
    }
    return handoff;
  }

  /** What ends a handoff before its deal, of the fields of an outcome. */
  static Map<String, Object> lostAnswer(Map<String, Object> fields) {
    Map<String, Object> answer = new HashMap<>(fields);
    answer.keySet().retainAll(AnswerSchema.OF_A_REJECTION);
    answer.put(AnswerFields.DECISION, "lost");
    return answer;
  }

  /**
   * The answer that somebody gives on our pages or in Tasklist. They ask beyond the rules: a note
   * with the rejection of a hand-raiser or of a hot lead, and with a yes how each must is known.
   */
  public Handoff onPage(
      String handoffId, HandoffState question, Map<String, Object> fields, String by) {
    Handoff handoff = answer(handoffId, question, fields, by);
    AnswerValidation.Read read = validation.read(question, fields);
    List<FieldError> missing = new ArrayList<>();
    if (question == HandoffState.REVIEW && read.decision().equals("reject")) {
      boolean raised = handoff.origin().handRaise();
      boolean matters = raised || handoff.frozen().band().equalsIgnoreCase(HOT);
      if (matters && (read.note() == null || read.note().isBlank())) {
        missing.add(
            new FieldError(
                AnswerFields.NOTE,
                "say in a sentence why: this lead %s"
                    .formatted(raised ? "asked to talk to us" : "is hot")));
      }
    }
    Criteria criteria = read.criteria();
    if (criteria != null && read.decision().equals("qualify")) {
      missing.addAll(musts.unproven(handoff, criteria));
    }
    if (!missing.isEmpty()) {
      throw new InvalidInput("Something is missing", missing);
    }
    return handoff;
  }
}
