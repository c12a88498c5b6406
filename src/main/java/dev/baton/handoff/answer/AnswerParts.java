package dev.baton.handoff.answer;

import static dev.baton.input.AnswerField.of;

import dev.baton.input.AnswerField;
import dev.baton.input.AnswerField.Type;
import dev.baton.input.AnswerField.When;
import java.util.List;

/** Parts that the forms of a handoff's answers have in common. */
final class AnswerParts {
  static final String API = "/api/handoffs/{id}/";
  static final String LEAD = "[Why this lead](/leads/{{leadId}}/card)";

  static final AnswerField NOTE =
      of(AnswerFields.NOTE, Type.NOTE, "Note for whoever reads it next");

  private AnswerParts() {}

  static AnswerField decision(String question) {
    return of(AnswerFields.DECISION, Type.DECISION, question).must("say which it is");
  }

  /** The same wherever a lead can be rejected. */
  static List<AnswerField> rejection(String decision, String no) {
    return List.of(
        of(AnswerFields.REASON, Type.REASON, "Reason")
            .hint("it decides when the lead may come back; marketing reads it")
            .when(When.of(decision, no))
            .must("say why"),
        of(RejectionDetails.DUPLICATE_OF, Type.TEXT, "E-mail or id of the other record")
            .hint("only if the lead is already in work; the two become one")
            .atMost(320)
            .when(When.of(AnswerFields.REASON, "duplicate")),
        of(RejectionDetails.WAKE_AT, Type.DAY, "Come back on")
            .hint("only if the timing is bad")
            .when(When.of(AnswerFields.REASON, "bad_timing")),
        of(RejectionDetails.RENEWAL_AT, Type.DAY, "Their contract ends on")
            .hint("only if they are with a competitor")
            .when(When.of(AnswerFields.REASON, "competitor")));
  }
}
