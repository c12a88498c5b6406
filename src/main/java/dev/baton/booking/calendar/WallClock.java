package dev.baton.booking.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * Wall clock on which a date of a calendar is meant.
 *
 * @param read the zone in which it was read
 * @param meant where its reader is, for what is said without a zone; null: it was read right
 * @param wholeDays whether days are meant, which have 23 or 25 hours at times
 */
record WallClock(TimeZone read, @Nullable ZoneId meant, boolean wholeDays) {

  Instant instant(Date date) {
    return meant == null ? date.toInstant() : local(date).atZone(meant).toInstant();
  }

  TimeSpan span(Date start, Duration length) {
    Instant from = instant(start);
    return new TimeSpan(
        from,
        wholeDays && meant != null
            ? local(start).plus(length).atZone(meant).toInstant()
            : from.plus(length));
  }

  private LocalDateTime local(Date date) {
    return date.toInstant().atZone(read.toZoneId()).toLocalDateTime();
  }
}
