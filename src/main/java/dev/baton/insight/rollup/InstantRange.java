package dev.baton.insight.rollup;

import dev.baton.sql.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** From (inclusive) to (exclusive). */
public record InstantRange(Instant from, Instant to) {
  /** Recording instants are of our time; wider bounds would leave what PostgreSQL can hold. */
  public static final InstantRange EVERYTHING =
      new InstantRange(Instant.EPOCH, Instant.parse("9999-12-31T00:00:00Z"));

  public InstantRange withinReach() {
    return new InstantRange(reachable(from), reachable(to));
  }

  /** What of it is not after an instant. */
  public InstantRange upTo(Instant now) {
    Instant end = endWith(now);
    return new InstantRange(earlier(from, end), earlier(to, end));
  }

  /** What of it is after an instant, perhaps nothing. */
  public InstantRange after(Instant now) {
    Instant end = endWith(now);
    return new InstantRange(later(from, end), later(to, end));
  }

  /** As long before it as it is long up to now; empty when it has no beginning or lies ahead. */
  public Optional<InstantRange> before(Instant now) {
    InstantRange past = upTo(now);
    Duration length = Duration.between(past.from, past.to);
    return from.equals(EVERYTHING.from) || length.isZero()
        ? Optional.empty()
        : Optional.of(new InstantRange(past.from.minus(length), past.from).withinReach());
  }

  public boolean holdsNothing() {
    return !from.isBefore(to);
  }

  /** The end is exclusive, and what happens this very moment belongs to it. */
  private static Instant endWith(Instant now) {
    return now.plusMillis(1);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
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
