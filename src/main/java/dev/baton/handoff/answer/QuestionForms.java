package dev.baton.handoff.answer;

import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.RejectionTaxonomy;
import dev.baton.input.AnswerForm;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Forms of a handoff's questions, with the reasons and the framework in force. */
@Component
public class QuestionForms {
  private static final String TOUCH = "touch";
  private static final String OUTCOME = "outcome";

  private final RejectionTaxonomy taxonomy;
  private final QualificationFrameworks frameworks;

  QuestionForms(RejectionTaxonomy taxonomy, QualificationFrameworks frameworks) {
    this.taxonomy = taxonomy;
    this.frameworks = frameworks;
  }

  /** BANT or MEDDIC. */
  public String framework(Handoff handoff) {
    return frameworks.of(handoff);
  }

  /**
   * What may be said of an open handoff, by the last word of the call that takes it.
   *
   * @param overrides whether the reader may qualify a lead that lacks a must
   */
  public Map<String, AnswerForm> of(Handoff handoff, boolean overrides) {
    Map<String, AnswerForm> forms = new HashMap<>(Map.of(TOUCH, AnswerSchema.TOUCH));
    if (handoff.state() == HandoffState.QUALIFICATION || frameworks.asksToConfirm(handoff)) {
      forms.put("qualification", qualification(handoff, overrides));
    }
    switch (handoff.state()) {
      case REVIEW -> forms.put("review", taxonomy.in(AnswerSchema.REVIEW, HandoffState.REVIEW));
      case FIRST_TOUCH -> forms.put(OUTCOME, outcome(HandoffState.FIRST_TOUCH));
      case OPPORTUNITY -> {
        forms.put("opportunity", DealSchema.OPPORTUNITY);
        forms.put(OUTCOME, outcome(HandoffState.OPPORTUNITY));
      }
      default -> {}
    }
    return forms;
  }

  /** What may be said while its deal runs. */
  public Map<String, AnswerForm> ofDeal(Handoff handoff, Deal deal) {
    AnswerForm outcome =
        outcome(handoff.state())
            .preset(AnswerFields.VALUE, deal.amount().toPlainString())
            .hint(AnswerFields.VALUE, "in " + deal.currency());
    return Map.of(TOUCH, AnswerSchema.TOUCH, OUTCOME, outcome);
  }

  /** On a page it is enough to say for how long. */
  public AnswerForm pause() {
    return AnswerSchema.PAUSE.without("until");
  }

  private AnswerForm qualification(Handoff handoff, boolean overrides) {
    AnswerForm form = QualificationSchema.of(frameworks.of(handoff)).orElseThrow();
    return taxonomy.in(
        overrides ? form : form.without(AnswerFields.OVERRIDE), HandoffState.QUALIFICATION);
  }

  private AnswerForm outcome(HandoffState question) {
    return taxonomy.in(DealSchema.OUTCOME, question).without(AnswerFields.AT);
  }
}
