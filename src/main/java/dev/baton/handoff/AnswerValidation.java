package dev.baton.handoff;

import dev.baton.handoff.answer.AnswerFields;
import dev.baton.handoff.answer.AnswerReader;
import dev.baton.handoff.answer.AnswerSchema;
import dev.baton.handoff.answer.Criteria;
import dev.baton.handoff.answer.QualificationMusts;
import dev.baton.handoff.answer.RejectionDetails;
import dev.baton.handoff.answer.Touches;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.RejectionTaxonomy;
import dev.baton.input.AnswerForm;
import dev.baton.input.FieldReader;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The validation of an answer: its fields, and whether its handoff lets it be said. */
@Component
class AnswerValidation {
  private final RejectionTaxonomy taxonomy;
  private final QualificationMusts qualificationMusts;
  private final Clock clock;

  AnswerValidation(RejectionTaxonomy taxonomy, QualificationMusts qualificationMusts, Clock clock) {
    this.taxonomy = taxonomy;
    this.qualificationMusts = qualificationMusts;
    this.clock = clock;
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

  /**
   * What was read of an answer.
   *
   * @param criteria of a qualification, else null
   */
  record Read(AnswerReader answer, String content, Criteria criteria) {
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

  Read read(HandoffState question, Map<String, Object> fields) {
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
    return Touches.read(answer, by, clock.instant());
  }

  /** A yes without a non-negotiable is refused, or a manager's with a reason; a no needs none. */
  Read judged(Handoff handoff, Read read, String by) {
    if (!read.decision().equals("qualify")) {
      return read;
    }
    List<String> without = qualificationMusts.check(handoff, read.criteria(), read.override(), by);
    return without.isEmpty()
        ? read
        : new Read(
            read.answer(), read.criteria().toJson(read.override(), without), read.criteria());
  }
}
