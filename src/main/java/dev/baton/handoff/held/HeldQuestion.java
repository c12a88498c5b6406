package dev.baton.handoff.held;

import dev.baton.input.ApiProblem;
import java.util.Arrays;
import java.util.Locale;

/** What can be said of a handoff, by the last part of its address in the API. */
enum HeldQuestion {
  REVIEW,
  QUALIFICATION,
  TOUCH,
  OPPORTUNITY,
  OUTCOME;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static HeldQuestion of(String word) {
    return Arrays.stream(values())
        .filter(question -> question.word().equals(word))
        .findFirst()
        .orElseThrow(() -> ApiProblem.notFound("Nothing is asked that is called " + word));
  }
}
