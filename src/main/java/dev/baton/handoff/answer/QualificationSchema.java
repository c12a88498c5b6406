package dev.baton.handoff.answer;

import static dev.baton.handoff.answer.AnswerParts.API;
import static dev.baton.handoff.answer.AnswerParts.LEAD;
import static dev.baton.handoff.answer.AnswerParts.NOTE;
import static dev.baton.handoff.answer.AnswerParts.decision;
import static dev.baton.handoff.answer.AnswerParts.rejection;

import dev.baton.input.AnswerField;
import dev.baton.input.AnswerField.Type;
import dev.baton.input.AnswerField.When;
import dev.baton.input.AnswerForm;
import java.util.List;
import java.util.Optional;

/** Answer schema of a qualification: by BANT or by MEDDIC. */
public final class QualificationSchema {
  public static final AnswerForm BANT =
      form(
          "bant",
          criterion("need", "Need", "they have a problem that we solve"),
          criterion("authority", "Authority", "we talk to whoever decides"),
          criterion("timing", "Timing", "they want it within a known time")
              .offers("Date", "By when"),
          criterion("budget", "Budget", "there is money for it"));

  static final AnswerForm MEDDIC =
      form(
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

  private QualificationSchema() {}

  /** By what a lead may be qualified. */
  public static List<String> frameworks() {
    return List.of("bant", "meddic");
  }

  /** The form of a framework. */
  static Optional<AnswerForm> of(String framework) {
    return switch (framework) {
      case "bant" -> Optional.of(BANT);
      case "meddic" -> Optional.of(MEDDIC);
      default -> Optional.empty();
    };
  }

  private static AnswerField criterion(String name, String label, String sentence) {
    return AnswerField.of(name, Type.CRITERION, label).hint(sentence);
  }

  private static AnswerForm form(String framework, AnswerField... criteria) {
    return new AnswerForm("qualify-" + framework, API + "qualification", LEAD)
        .how(
            "Tick what you have confirmed with the lead, and say how you know."
                + " What stays open counts as not confirmed.")
        .ask(criteria)
        .ask(
            decision("Is this a real chance?")
                .offers("qualify", "Qualify the lead", "disqualify", "Disqualify the lead"),
            AnswerField.of(AnswerFields.OVERRIDE, Type.NOTE, "Reason for the override")
                .hint("only for managers, if a required criterion is missing")
                .atMost(1000)
                .when(When.of(AnswerFields.DECISION, "qualify")))
        .ask(rejection(AnswerFields.DECISION, "disqualify"))
        .ask(NOTE);
  }
}
