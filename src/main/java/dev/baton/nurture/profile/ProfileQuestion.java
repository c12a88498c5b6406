package dev.baton.nurture.profile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.baton.input.Sentences;
import dev.baton.input.TextPolicy;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Profile question to a lead.
 *
 * @param field the contract's field name
 * @param kind "text", "number", "choice" or "country"
 * @param choices what it may answer; empty: anything of its kind
 */
public record ProfileQuestion(String field, String question, String kind, List<Choice> choices) {
  private static final int LONGEST = 200;
  private static final int MOST_EMPLOYEES = 5_000_000;

  /** A value and the words that a person reads. */
  public record Choice(String value, String label) {}

  /** With its words in a language, in the order of that; its values stay. */
  ProfileQuestion in(Locale locale) {
    List<Choice> said =
        choices.stream().map(choice -> new Choice(choice.value(), label(choice, locale))).toList();
    return new ProfileQuestion(
        field,
        Sentences.in(locale, question),
        kind,
        asksCountry()
            ? said.stream()
                .sorted(Comparator.comparing(Choice::label, Collator.getInstance(locale)))
                .toList()
            : said);
  }

  private boolean asksCountry() {
    return kind.equals("country");
  }

  private String label(Choice choice, Locale locale) {
    return asksCountry()
        ? new Locale.Builder().setRegion(choice.value()).build().getDisplayCountry(locale)
        : Sentences.in(locale, choice.label());
  }

  @JsonIgnore
  public boolean isNumber() {
    return kind.equals("number");
  }

  @JsonIgnore
  public boolean isChosen() {
    return !choices.isEmpty();
  }

  /** What a browser may know already. */
  @JsonIgnore
  public String autocomplete() {
    return switch (field) {
      case "jobTitle" -> "organization-title";
      case "company" -> "organization";
      case "firstName" -> "given-name";
      case "country" -> "country";
      default -> "off";
    };
  }

  List<String> allowed() {
    return choices.stream().map(Choice::value).toList();
  }

  /** What is wrong with an answer; empty when it will do. */
  Optional<String> wrong(String answer) {
    if (isChosen()) {
      return allowed().contains(answer) ? Optional.empty() : Optional.of("choose one of the list");
    }
    if (isNumber()) {
      return answer.matches("\\d{1,7}")
              && Integer.parseInt(answer) >= 1
              && Integer.parseInt(answer) <= MOST_EMPLOYEES
          ? Optional.empty()
          : Optional.of("a whole number, 1 or more");
    }
    return TextPolicy.objection(answer, LONGEST)
        .or(
            () ->
                TextPolicy.oneLine(answer).equals(answer)
                    ? Optional.empty()
                    : Optional.of("on one line, please"));
  }

  /** As the profile keeps it. */
  Object value(String answer) {
    return isNumber() ? (Object) Integer.valueOf(answer) : answer;
  }
}
