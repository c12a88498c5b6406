package dev.baton.insight;

import java.sql.Timestamp;
import java.time.Instant;

/** From (inclusive) to (exclusive). */
public record Range(Instant from, Instant to) {
  /** Recording instants are of our time; wider bounds would leave what PostgreSQL can hold. */
  public static final Range EVERYTHING =
      new Range(Instant.EPOCH, Instant.parse("9999-12-31T00:00:00Z"));

  Range withinReach() {
    return new Range(reachable(from), reachable(to));
  }

  private static Instant reachable(Instant instant) {
    if (instant.isBefore(EVERYTHING.from)) {
      return EVERYTHING.from;
    }
    return instant.isAfter(EVERYTHING.to) ? EVERYTHING.to : instant;
  }

  Timestamp start() {
    return Timestamp.from(from);
  }

  Timestamp end() {
    return Timestamp.from(to);
  }
}
