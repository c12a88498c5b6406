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

  public static final AnswerForm REVIEW =
      new AnswerForm("review-lead", API + "review", LEAD)
          .ask(
              decision("Is this lead worth working on?")
                  .offers("accept", "Accept the lead", "reject", "Reject the lead"))
          .ask(rejection(AnswerFields.DECISION, "reject"))
          .ask(NOTE);

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
      List.of(
          REVIEW,
          QualificationSchema.BANT,
          QualificationSchema.MEDDIC,
          FIRST_TOUCH,
          DealSchema.OPEN_OPPORTUNITY);

  /** What a person may submit with a task; anything else is not passed on to the process. */
  public static final Set<String> SUBMITTED =
      Stream.concat(
              TASKS.stream().flatMap(form -> form.names().stream()),
              Stream.of(AnswerFields.FRAMEWORK, AnswerFields.CRITERIA))
          .collect(Collectors.toUnmodifiableSet());

  /** What a rejection carries, whichever question it answers. */
  public static final Set<String> OF_A_REJECTION = DealSchema.OUTCOME.branch("lost").names();

  /** What an answer to the review may carry. */
  public static Set<String> ofReview() {
    return REVIEW.names();
  }

  /** How a field of the review is called. */
  public static String label(String field) {
    return REVIEW.field(field).map(AnswerField::label).orElse(field);
  }

  @Override
  public List<AnswerForm> all() {
    return Stream.concat(
            TASKS.stream(), Stream.of(TOUCH, DealSchema.OPPORTUNITY, DealSchema.OUTCOME, PAUSE))
        .toList();
  }

  private static AnswerField touch(String name, Type type, String label) {
    return of(name, type, label).when(When.of(AnswerFields.DECISION, "touch"));
  }
}
