package dev.baton.score;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A score that differed from the one before it, as it was recorded.
 *
 * @param modelsHash of all models that were in force (rule R21); null before it was kept
 */
public record ScoreEntry(
    Instant recordedAt,
    int total,
    int fit,
    int behaviour,
    String model,
    @Nullable String modelsHash) {

  boolean tells(Score score) {
    return total == score.total()
        && fit == score.fit()
        && behaviour == score.behaviour()
        && model.equals(score.model());
  }

  /** As the score that stands while none can be computed. */
  Score shown(ScoringProfile profile, String why) {
    Contribution all =
        new Contribution(
            "last-known", "behaviour", total, "The last known score. " + why, List.of());
    return new Score(profile, total, fit, behaviour, "unknown", model, recordedAt, List.of(all));
  }
}
