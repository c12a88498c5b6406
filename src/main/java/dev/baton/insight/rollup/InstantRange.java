package dev.baton.insight.rollup;

import dev.baton.sql.Sql;
import java.time.Instant;
import java.time.OffsetDateTime;

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

  public OffsetDateTime start() {
    return Sql.timestamp(from);
  }

  public OffsetDateTime end() {
    return Sql.timestamp(to);
  }
}
