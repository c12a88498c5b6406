package dev.baton.score;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Method of scoring: the three ways in which the sources define a score. */
public enum ScoringMethod {
  TWO_AXIS("two-axis"),
  ADDITIVE("additive"),
  GATE("gate");

  private final String word;

  ScoringMethod(String word) {
    this.word = word;
  }

  /** The one of this word, as settings and tables write it. */
  public static Optional<ScoringMethod> of(String word) {
    return Arrays.stream(values()).filter(method -> method.word.equals(word)).findFirst();
  }

  /**
   * As {@link #of}, for a word that has to be one.
   *
   * @throws IllegalArgumentException when it isn't
   */
  static ScoringMethod named(String word) {
    return of(word).orElseThrow(() -> new IllegalArgumentException(word));
  }

  /** Its name in settings and tables. */
  public String word() {
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

  static String words() {
    return Arrays.stream(values()).map(ScoringMethod::word).collect(Collectors.joining(", "));
  }
}
