package dev.baton.score;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The three ways in which the sources define a score. */
enum ScoringProfile {
  TWO_AXIS("two-axis"),
  ADDITIVE("additive"),
  GATE("gate");

  private final String word;

  ScoringProfile(String word) {
    this.word = word;
  }

  static ScoringProfile of(String word) {
    return Arrays.stream(values())
        .filter(profile -> profile.word.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "baton.scoring.profile is '%s'; allowed: %s".formatted(word, words())));
  }

  /** Its name in settings and tables. */
  String word() {
    return word;
  }

  /** The table of its points. */
  String table() {
    return "score-" + word;
  }

  /** Where fit is a gate, it is the two-axis figure and adds nothing to the total (rule R12). */
  boolean fitIsOnlyAGate() {
    return this == ADDITIVE;
  }

  private static String words() {
    return Arrays.stream(values()).map(ScoringProfile::word).collect(Collectors.joining(", "));
  }
}
