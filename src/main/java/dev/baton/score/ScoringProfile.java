package dev.baton.score;

/**
 * Profile by which leads are scored, such as that of a product line.
 *
 * @param name of its lines in the table {@code score-threshold}
 * @param method whose points, limits and stages count
 */
public record ScoringProfile(String name, ScoringMethod method) {

  /**
   * The profile of a setting, which is one of the methods by its own name.
   *
   * @throws IllegalStateException for any other word
   */
  static ScoringProfile ofSetting(String word) {
    return ScoringMethod.of(word)
        .map(method -> new ScoringProfile(word, method))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "baton.scoring.profile is '%s'; allowed: %s"
                        .formatted(word, ScoringMethod.words())));
  }

  /**
   * The profile that a row of {@code scoring-profile} names; this one where it names none.
   *
   * @param name empty for none
   * @param method empty for the one that is called like the profile, or else the usual one's
   * @throws IllegalArgumentException when there is no such method
   */
  public ScoringProfile orOf(String name, String method) {
    if (name.isEmpty()) {
      return this;
    }
    return new ScoringProfile(
        name,
        method.isEmpty()
            ? ScoringMethod.of(name).orElse(this.method)
            : ScoringMethod.named(method));
  }
}
