package dev.baton.score;

import java.time.Instant;

/** A score that differed from the one before it, as it was recorded. */
public record ScoreEntry(Instant recordedAt, int total, int fit, int behaviour, String model) {

  boolean tells(Score score) {
    return total == score.total()
        && fit == score.fit()
        && behaviour == score.behaviour()
        && model.equals(score.model());
  }
}
