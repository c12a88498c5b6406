package dev.baton.booking.calendar;

import java.time.Instant;

/**
 * Time from an instant until before another one.
 *
 * @param to Instant.MAX where it has no end
 */
public record TimeSpan(Instant from, Instant to) {

  public boolean overlaps(Instant start, Instant end) {
    return from.isBefore(end) && start.isBefore(to);
  }
}
