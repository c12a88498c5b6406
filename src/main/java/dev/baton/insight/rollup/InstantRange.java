package dev.baton.insight.rollup;

import java.sql.Timestamp;
import java.time.Instant;

/** From (inclusive) to (exclusive). */
public record InstantRange(Instant from, Instant to) {
  /** Recording instants are of our time; wider bounds would leave what PostgreSQL can hold. */
  public static final InstantRange EVERYTHING =
      new InstantRange(Instant.EPOCH, Instant.parse("9999-12-31T00:00:00Z"));

  public InstantRange withinReach() {
    return new InstantRange(reachable(from), reachable(to));
  }

  private static Instant reachable(Instant instant) {
    if (instant.isBefore(EVERYTHING.from)) {
      return EVERYTHING.from;
    }
    return instant.isAfter(EVERYTHING.to) ? EVERYTHING.to : instant;
  }

  public Timestamp start() {
    return Timestamp.from(from);
  }

  public Timestamp end() {
    return Timestamp.from(to);
  }
}
