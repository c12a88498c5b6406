package dev.baton.sla;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * One day on which nobody works, or nobody from some time on.
 *
 * @param from closed from then on; null: all day
 * @param note why, for people
 */
public record ClosingDay(LocalDate day, @Nullable LocalTime from, @Nullable String note) {

  /** Closed from midnight on is all day too. */
  boolean closedAllDay() {
    return from == null || from.equals(LocalTime.MIDNIGHT);
  }

  ClosingDay earlier(ClosingDay other) {
    if (from == null || closedAllDay()) {
      return this;
    }
    if (other.from == null || other.closedAllDay()) {
      return other;
    }
    return other.from.isBefore(from) ? other : this;
  }
}
