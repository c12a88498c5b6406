package dev.baton.review.minutes;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Deadline of a decision: a day.
 *
 * @param warnAt in the morning of that day, on its owner's clock
 * @param dueAt the end of that day on its owner's clock
 */
public record DecisionDeadline(LocalDate dueOn, Instant warnAt, Instant dueAt) {
  public static DecisionDeadline of(LocalDate day, ZoneId zone) {
    return new DecisionDeadline(
        day,
        day.atTime(9, 0).atZone(zone).toInstant(),
        day.plusDays(1).atStartOfDay(zone).toInstant());
  }
}
