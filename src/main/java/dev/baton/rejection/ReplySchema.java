package dev.baton.rejection;

import static dev.baton.input.AnswerField.of;

import dev.baton.input.AnswerField;
import dev.baton.input.AnswerField.Type;
import dev.baton.input.AnswerField.When;
import dev.baton.input.AnswerForm;
import dev.baton.input.AnswerForms;
import java.util.List;
import org.springframework.stereotype.Component;

/** Answer schema of what follows a rejection, on every surface. */
@Component
public final class ReplySchema implements AnswerForms {
  private static final String API = "/api/rejections/{id}/";
  private static final String LEAD = "[Why this lead](/leads/{{leadId}}/card)";

  public static final AnswerForm ANSWER =
      new AnswerForm("answer-rejection", API + "answer", LEAD)
          .ask(
              of(ReplyFields.ANSWER, Type.DECISION, "What does marketing say to this rejection?")
                  .offers(
                      "agree",
                      "Agree: sales is right",
                      "adjust",
                      "We changed something",
                      MarketingFollowUps.CONTEST,
                      "Dispute it: a manager decides")
                  .must("say which it is"),
              of(ReplyFields.NOTE, Type.NOTE, "What did you change, or why do you dispute it?")
                  .hint("sales reads it")
                  .when(When.of(ReplyFields.ANSWER, "adjust", MarketingFollowUps.CONTEST))
                  .must("say what you changed, or why you dispute it"));

  public static final AnswerForm DECISION =
      new AnswerForm("decide-contest", API + "decision", LEAD)
          .ask(
              of(ReplyFields.DECISION, Type.DECISION, "Does the rejection stand?")
                  .offers(
                      "uphold",
                      "Uphold: sales was right",
                      MarketingFollowUps.OVERTURN,
                      "Overturn: marketing was right")
                  .must("say which it is"),
              of(ReplyFields.NOTE, Type.NOTE, "Why?")
                  .hint("both sides read it")
                  .must("say why, in a sentence"));

  public static final AnswerForm CONTACT =
      new AnswerForm("find-contact", API + "contact", LEAD)
          .ask(
              of(ReplyFields.DECISION, Type.DECISION, "Who decides there?")
                  .offers(
                      FoundContacts.FOUND, "I found somebody", "nobody", "Nobody could be found")
                  .must("say whether you found somebody"),
              person(ReplyFields.EMAIL, Type.EMAIL, "E-mail")
                  .atMost(320)
                  .must("say the e-mail address of the person you found"),
              person("firstName", Type.TEXT, "First name"),
              person("lastName", Type.TEXT, "Last name"),
              person("jobTitle", Type.TEXT, "Job title"),
              person("phone", Type.TEXT, "Phone"));

  public static final AnswerForm DUPLICATE =
      new AnswerForm("name-other-lead", API + "duplicate", LEAD)
          .ask(
              of(ReplyFields.DECISION, Type.DECISION, "Is this lead in our records twice?")
                  .offers(Duplicates.MERGE, "Merge the two", Duplicates.NONE, "It is the only one")
                  .must("say which it is"),
              of(ReplyFields.OF, Type.TEXT, "E-mail or id of the other record")
                  .hint("the older one stays")
                  .atMost(320)
                  .when(When.of(ReplyFields.DECISION, Duplicates.MERGE))
                  .must("say the other lead's e-mail or id"));

  static final List<AnswerForm> ALL = List.of(ANSWER, DECISION, CONTACT, DUPLICATE);

  @Override
  public List<AnswerForm> all() {
    return ALL;
  }

  private static AnswerField person(String name, Type type, String label) {
    return of(name, type, label).when(When.of(ReplyFields.DECISION, FoundContacts.FOUND));
  }
}
