package dev.baton.score;

import dev.baton.engine.DecisionSnapshot;
import dev.baton.signal.Signal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How points fade with age in whole days: in full up to day {@code full}, then in a straight line
 * to nothing at day {@code zero} (rule R12).
 */
record Decay(int full, int zero) {

  /** The decay of an axis; empty when the axis doesn't fade. */
  static Optional<Decay> of(String axis, DecisionSnapshot tables) {
    return tables.rows("score-decay", Map.of("axis", axis)).stream()
        .findFirst()
        .map(row -> new Decay(row.number("full"), row.number("zero")));
  }

  /** Age in whole days: the seventh day ends when the eighth begins. */
  static long age(Signal signal, Instant asOf) {
    return Duration.between(signal.occurredAt(), asOf).toDays();
  }

  int points(int points, long age) {
    if (age <= full) {
      return points;
    }
    return age >= zero ? 0 : faded(points, age);
  }

  private int faded(int points, long age) {
    return BigDecimal.valueOf(points * (zero - age))
        .divide(BigDecimal.valueOf(zero - full), 0, RoundingMode.HALF_UP)
        .intValueExact();
  }
}
