package dev.baton.handoff;

import dev.baton.handoff.answer.AnswerFields;
import dev.baton.handoff.answer.AnswerReader;
import dev.baton.handoff.answer.AnswerSchema;
import dev.baton.handoff.answer.Criteria;
import dev.baton.handoff.answer.CriteriaReader;
import dev.baton.handoff.answer.DealSchema;
import dev.baton.handoff.answer.QualificationMusts;
import dev.baton.handoff.answer.QualificationSchema;
import dev.baton.handoff.answer.RejectionDetails;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.RejectionTaxonomy;
import dev.baton.input.AnswerForm;
import dev.baton.input.FieldReader;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
  record Read(AnswerReader answer, @Nullable String content, @Nullable Criteria criteria) {
    String decision() {
      return answer.requiredText(AnswerFields.DECISION);
    }

    /** A rejection needs one of the taxonomy; what is no rejection has none. */
    @Nullable String reason() {
      return answer.text(AnswerFields.REASON);
    }

    @Nullable String note() {
      return answer.text(AnswerFields.NOTE);
    }
  }

  Read read(HandoffState question, Map<String, Object> fields) {
    FieldReader given = new FieldReader(fields);
    Criteria criteria = question == HandoffState.QUALIFICATION ? CriteriaReader.read(given) : null;
    AnswerReader answer =
        AnswerReader.of(taxonomy.in(form(question), question), given).saidAt(clock.instant());
    answer.check();
    String content = criteria == null ? null : criteria.toJson();
    return new Read(answer, RejectionDetails.of(answer).in(content), criteria);
  }

  /** Frameworks differ in their criteria only. */
  private static AnswerForm form(HandoffState question) {
    return switch (question) {
      case REVIEW -> AnswerSchema.REVIEW;
      case QUALIFICATION -> QualificationSchema.BANT;
      case FIRST_TOUCH -> AnswerSchema.FIRST_TOUCH;
      case OPPORTUNITY -> DealSchema.OPEN_OPPORTUNITY;
      case CLOSED -> throw new IllegalArgumentException("Nothing is asked any more");
    };
  }

  /** A yes without a non-negotiable is refused, or a manager's with a reason; a no needs none. */
  Read judged(Handoff handoff, Read read, String by) {
    Criteria criteria = read.criteria();
    if (criteria == null || !read.decision().equals("qualify")) {
      return read;
    }
    String override = read.answer().text(AnswerFields.OVERRIDE);
    List<String> without = qualificationMusts.check(handoff, criteria, override, by);
    return override == null || without.isEmpty()
        ? read
        : new Read(read.answer(), criteria.toJson(override, without), criteria);
  }
}
