package dev.baton.handoff.answer;

import static dev.baton.input.AnswerField.of;

import dev.baton.input.AnswerField;
import dev.baton.input.AnswerField.Type;
import dev.baton.input.AnswerField.When;
import dev.baton.input.AnswerForm;
import dev.baton.input.AnswerForms;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Answer schema of the handoff: what a rep answers to each question, on every surface. */
@Component
public final class AnswerSchema implements AnswerForms {
  /** Reason of a pause that needs a logged touch (rule R14). */
  public static final String AWAITING_LEAD = "awaiting_lead";

  private static final String API = "/api/handoffs/{id}/";
  private static final String LEAD = "[Why this lead](/leads/{{leadId}}/card)";

  private static final AnswerField NOTE =
      of(AnswerFields.NOTE, Type.NOTE, "Note for whoever reads it next");

  public static final AnswerForm REVIEW =
      new AnswerForm("review-lead", API + "review", LEAD)
          .ask(
              decision("Is this lead worth working on?")
                  .offers("accept", "Accept the lead", "reject", "Reject the lead"))
          .ask(rejection(AnswerFields.DECISION, "reject"))
          .ask(NOTE);

  public static final AnswerForm BANT =
      qualification(
          "bant",
          criterion("need", "Need", "they have a problem that we solve"),
          criterion("authority", "Authority", "we talk to whoever decides"),
          criterion("timing", "Timing", "they want it within a known time")
              .offers("Date", "By when"),
          criterion("budget", "Budget", "there is money for it"));

  static final AnswerForm MEDDIC =
      qualification(
          "meddic",
          criterion("need", "Need", "they have a problem that we solve"),
          criterion("authority", "Authority", "we talk to whoever decides"),
          criterion("timing", "Timing", "they want it within a known time")
              .offers("Date", "By when"),
          criterion("metrics", "Metrics", "they can say what it brings them, in numbers"),
          criterion("economicBuyer", "Economic buyer", "we know who signs"),
          criterion("decisionCriteria", "Decision criteria", "we know by what they choose"),
          criterion("decisionProcess", "Decision process", "we know the steps to a signature"),
          criterion("identifyPain", "Pain", "we know what it costs them to do nothing"),
          criterion("champion", "Champion", "somebody there wants it and speaks for it"));

  public static final AnswerForm FIRST_TOUCH =
      new AnswerForm("make-first-touch", null, LEAD)
          .ask(
              decision("What happened?")
                  .offers("touch", "I reached out", "lost", "It is lost: no need to go on")
                  .preset("touch"))
          .ask(
              touch(AnswerFields.KIND, Type.CHOICE, "How did you reach out?")
                  .offers(
                      "call", "Call",
                      "email", "E-mail",
                      "meeting", "Meeting",
                      "message", "Message (chat, LinkedIn, SMS)")
                  .must("say how you reached out"),
              touch(AnswerFields.OUTCOME, Type.CHOICE, "What came of it?")
                  .offers(
                      "connected",
                      "We spoke",
                      "left_message",
                      "I left a message",
                      Touches.NO_ANSWER,
                      "No answer",
                      "replied",
                      "They replied",
                      "bounced",
                      "It bounced"),
              touch(AnswerFields.AT, Type.PAST, "When, if not just now"),
              touch(AnswerFields.NEXT_AT, Type.FUTURE, "When do you try again?")
                  .hint("required if nobody answered; you are reminded then")
                  .must(
                      When.of(AnswerFields.OUTCOME, Touches.NO_ANSWER),
                      "nobody answered; say when you try again"))
          .ask(rejection(AnswerFields.DECISION, "lost"))
          .ask(NOTE);

  public static final AnswerForm TOUCH = FIRST_TOUCH.branch("touch").at(API + "touch");

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

  public static final AnswerForm PAUSE =
      new AnswerForm(null, API + "pause", LEAD)
          .ask(
              of(AnswerFields.REASON, Type.CHOICE, "What does it wait for?")
                  .offers(
                      AWAITING_LEAD,
                      "An answer of the lead, whom I tried to reach",
                      "lead_unavailable",
                      "The lead is not available",
                      "waiting_internally",
                      "Somebody of ours")
                  .must("say what it waits for"),
              of("hours", Type.NUMBER, "For how long?")
                  .offers(
                      "4", "4 hours", "8", "8 hours", "24", "1 day", "48", "2 days", "72", "3 days")
                  .atMost(1000)
                  .preset("24"),
              of("until", Type.FUTURE, "Until when, instead of for how long"),
              NOTE);

  /** The questions that a task asks. */
  static final List<AnswerForm> TASKS =
      List.of(REVIEW, BANT, MEDDIC, FIRST_TOUCH, OPEN_OPPORTUNITY);

  /** What a person may submit with a task; anything else is not passed on to the process. */
  public static final Set<String> SUBMITTED =
      Stream.concat(
              TASKS.stream().flatMap(form -> form.names().stream()),
              Stream.of(AnswerFields.FRAMEWORK, AnswerFields.CRITERIA))
          .collect(Collectors.toUnmodifiableSet());

  /** What a rejection carries, whichever question it answers. */
  public static final Set<String> OF_A_REJECTION = OUTCOME.branch("lost").names();

  /** What an answer to the review may carry. */
  public static Set<String> ofReview() {
    return REVIEW.names();
  }

  /** How a field of the review is called. */
  public static String label(String field) {
    return REVIEW.field(field).map(AnswerField::label).orElse(field);
  }

  /** By what a lead may be qualified. */
  public static List<String> frameworks() {
    return List.of("bant", "meddic");
  }

  /** The form of a framework, or null. */
  static AnswerForm qualification(String framework) {
    return Stream.of(BANT, MEDDIC)
        .filter(form -> form.id().equals("qualify-" + framework))
        .findFirst()
        .orElse(null);
  }

  @Override
  public List<AnswerForm> all() {
    return Stream.concat(TASKS.stream(), Stream.of(TOUCH, OPPORTUNITY, OUTCOME, PAUSE)).toList();
  }

  private static AnswerField decision(String question) {
    return of(AnswerFields.DECISION, Type.DECISION, question).must("say which it is");
  }

  private static AnswerField touch(String name, Type type, String label) {
    return of(name, type, label).when(When.of(AnswerFields.DECISION, "touch"));
  }

  private static AnswerField deal(String name, Type type, String label) {
    return of(name, type, label).when(When.of(AnswerFields.DECISION, "open"));
  }

  private static AnswerField criterion(String name, String label, String sentence) {
    return of(name, Type.CRITERION, label).hint(sentence);
  }

  private static AnswerForm qualification(String framework, AnswerField... criteria) {
    return new AnswerForm("qualify-" + framework, API + "qualification", LEAD)
        .how(
            "Tick what you have confirmed with the lead, and say how you know."
                + " What stays open counts as not confirmed.")
        .ask(criteria)
        .ask(
            decision("Is this a real chance?")
                .offers("qualify", "Qualify the lead", "disqualify", "Disqualify the lead"),
            of(AnswerFields.OVERRIDE, Type.NOTE, "Reason for the override")
                .hint("only for managers, if a required criterion is missing")
                .atMost(1000)
                .when(When.of(AnswerFields.DECISION, "qualify")))
        .ask(rejection(AnswerFields.DECISION, "disqualify"))
        .ask(NOTE);
  }

  /** The same wherever a lead can be rejected. */
  private static List<AnswerField> rejection(String decision, String no) {
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
