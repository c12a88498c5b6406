package dev.baton.handoff.answer;

import static dev.baton.handoff.answer.AnswerParts.API;
import static dev.baton.handoff.answer.AnswerParts.LEAD;
import static dev.baton.handoff.answer.AnswerParts.NOTE;
import static dev.baton.handoff.answer.AnswerParts.decision;
import static dev.baton.handoff.answer.AnswerParts.rejection;
import static dev.baton.input.AnswerField.of;

import dev.baton.input.AnswerField;
import dev.baton.input.AnswerField.Type;
import dev.baton.input.AnswerField.When;
import dev.baton.input.AnswerForm;

/** Answer schema of a deal: its opening, and how it ends. */
public final class DealSchema {
  public static final AnswerForm OPEN_OPPORTUNITY =
      new AnswerForm("open-opportunity", null, LEAD)
          .ask(
              decision("Is there a deal?")
                  .offers("open", "Yes: open the opportunity", "lost", "No: it is lost")
                  .preset("open"))
          .ask(
              deal(AnswerFields.VALUE, Type.AMOUNT, "Value")
                  .must("say what the deal is worth, such as 12500"),
              deal(AnswerFields.CURRENCY, Type.CURRENCY, "Currency")
                  .hint("three letters, such as EUR")
                  .suggests("EUR", "USD", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK")
                  .preset("EUR")
                  .must("not an ISO 4217 currency, such as EUR"),
              deal(AnswerFields.STAGE, Type.TEXT, "Deal stage")
                  .hint("such as discovery, proposal or negotiation")
                  .suggests("discovery", "proposal", "negotiation")
                  .atMost(100)
                  .must("say the deal's stage, such as proposal"),
              deal(AnswerFields.CLOSE_DATE, Type.DAY, "Expected to close"),
              deal(AnswerFields.NEXT_STEP, Type.NOTE, "Next step")
                  .hint("what happens next, and who does it")
                  .atMost(1000)
                  .must("say what happens next"))
          .ask(rejection(AnswerFields.DECISION, "lost"))
          .ask(NOTE);

  static final AnswerForm OPPORTUNITY = OPEN_OPPORTUNITY.branch("open").at(API + "opportunity");

  public static final AnswerForm OUTCOME =
      new AnswerForm(null, API + "outcome", LEAD)
          .ask(
              of(AnswerFields.OUTCOME, Type.DECISION, "How did the deal end?")
                  .offers("won", "We won it", "lost", "Mark as lost")
                  .must("say how it ended"),
              of(AnswerFields.VALUE, Type.AMOUNT, "Final value")
                  .when(When.of(AnswerFields.OUTCOME, "won")))
          .ask(rejection(AnswerFields.OUTCOME, "lost"))
          .ask(of(AnswerFields.AT, Type.PAST, "When, if not just now"), NOTE);

  private DealSchema() {}

  private static AnswerField deal(String name, Type type, String label) {
    return of(name, type, label).when(When.of(AnswerFields.DECISION, "open"));
  }
}
