package dev.baton.nurture.profile;

import dev.baton.engine.DecisionRow;
import dev.baton.engine.Decisions;
import dev.baton.input.FieldError;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.nurture.MailFeedback;
import dev.baton.nurture.NurtureSettings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Progressive profiling: which questions a lead is asked next, never what is known, in the order of
 * {@code profile-question}, a few at a time.
 */
@Component
public class ProfileQuestions {
  private static final List<String> FIELDS =
      List.of("companySize", "industry", "jobTitle", "company", "country", "firstName");
  private static final List<ProfileQuestion.Choice> COUNTRIES =
      Arrays.stream(Locale.getISOCountries())
          .map(
              code ->
                  new ProfileQuestion.Choice(
                      code,
                      new Locale.Builder()
                          .setRegion(code)
                          .build()
                          .getDisplayCountry(Locale.ENGLISH)))
          .sorted(Comparator.comparing(ProfileQuestion.Choice::label))
          .toList();

  private final Decisions decisions;
  private final Leads leads;
  private final MailFeedback feedback;
  private final Clock clock;
  private final int atOnce;

  ProfileQuestions(
      Decisions decisions,
      Leads leads,
      MailFeedback feedback,
      Clock clock,
      NurtureSettings settings) {
    this.decisions = decisions;
    this.leads = leads;
    this.feedback = feedback;
    this.clock = clock;
    this.atOnce = Math.min(Math.max(settings.questionsAtOnce(), 1), 2);
  }

  /** What became of answers: taken, or what is wrong. */
  record SaveResult(List<FieldError> errors) {
    boolean isGood() {
      return errors.isEmpty();
    }
  }

  /** What to ask a lead now; of somebody unknown, what everybody is asked first. */
  List<ProfileQuestion> next(Optional<Lead> lead) {
    Profile known =
        lead.map(one -> Profile.of(leads.profileLog(one.id()), clock.instant()))
            .orElse(new Profile(Map.of()));
    Map<String, Object> inputs = new HashMap<>();
    FIELDS.forEach(field -> inputs.put(knows(field), known.get(field).isPresent()));
    return decisions.rows("profile-question", inputs).stream()
        .filter(row -> known.get(row.text("field")).isEmpty())
        .limit(atOnce)
        .map(ProfileQuestions::question)
        .toList();
  }

  private static String knows(String field) {
    return "knows" + Character.toUpperCase(field.charAt(0)) + field.substring(1);
  }

  private static ProfileQuestion question(DecisionRow row) {
    String kind = row.text("kind");
    List<ProfileQuestion.Choice> choices =
        kind.equals("country")
            ? COUNTRIES
            : Stream.of(row.optionalText("choices").orElse("").split(";"))
                .map(String::strip)
                .filter(choice -> !choice.isEmpty())
                .map(choice -> new ProfileQuestion.Choice(choice, choice))
                .toList();
    return new ProfileQuestion(row.text("field"), row.text("question"), kind, choices);
  }

  /**
   * Takes what a lead answers to what it is asked now; blank answers and fields that aren't asked
   * are left alone, so that nobody overwrites what is known.
   *
   * @param consentText what it agreed to besides
   */
  SaveResult take(
      Map<String, Object> contact,
      Optional<Lead> lead,
      Map<String, String> answers,
      Optional<String> consentText) {
    Map<String, Object> values = new TreeMap<>();
    List<FieldError> errors = new ArrayList<>();
    for (ProfileQuestion asked : next(lead)) {
      String answer = Optional.ofNullable(answers.get(asked.field())).orElse("").strip();
      if (answer.isEmpty()) {
        continue;
      }
      asked
          .wrong(answer)
          .ifPresentOrElse(
              message ->
                  errors.add(
                      new FieldError(
                          asked.field(), message, asked.isChosen() ? asked.allowed() : null)),
              () -> values.put(asked.field(), asked.value(answer)));
    }
    if (errors.isEmpty() && (!values.isEmpty() || consentText.isPresent())) {
      feedback.answered(contact, values, consentText);
    }
    errors.sort(Comparator.comparing(FieldError::field));
    return new SaveResult(errors);
  }
}
