package dev.baton.handoff.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of it.
 *
 * @param metAt answered at or before the due instant
 * @param missedAt equal to the due instant when that passed without an answer
 * @param endedAt when the late answer came
 * @param voidedAt when the question disappeared before it was due
 * @param takenAt when the escalation ladder took the overdue question from its owner
 */
public record DeadlineVerdict(
    @Nullable Instant metAt,
    @Nullable Instant missedAt,
    @Nullable Instant endedAt,
    @Nullable Instant voidedAt,
    @Nullable Instant takenAt) {
  static final DeadlineVerdict NONE = new DeadlineVerdict(null, null, null, null, null);

  DeadlineVerdict met(Instant at) {
    return new DeadlineVerdict(at, missedAt, endedAt, voidedAt, takenAt);
  }

  DeadlineVerdict missed(Instant at) {
    return new DeadlineVerdict(metAt, at, endedAt, voidedAt, takenAt);
  }

  DeadlineVerdict ended(Instant at) {
    return new DeadlineVerdict(metAt, missedAt, at, voidedAt, takenAt);
  }

  DeadlineVerdict voided(Instant at) {
    return new DeadlineVerdict(metAt, missedAt, endedAt, at, takenAt);
  }

  DeadlineVerdict taken(Instant at) {
    return new DeadlineVerdict(metAt, missedAt, endedAt, voidedAt, at);
  }
}
