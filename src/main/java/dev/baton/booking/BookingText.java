package dev.baton.booking;

import dev.baton.people.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Text of a meeting's time, on somebody's wall clock. */
final class BookingText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter TIME_AND_OFFSET =
      DateTimeFormatter.ofPattern("HH:mm (O)", Locale.ENGLISH);

  private BookingText() {}

  static String day(Instant at, ZoneId zone, Language language) {
    ZonedDateTime day = at.atZone(zone);
    String weekday = day.getDayOfWeek().getDisplayName(TextStyle.FULL, language.locale());
    return weekday + ", " + language.day().format(day);
  }

  /** With the offset from UTC in the hour that a night shows twice. */
  static String time(Instant at, ZoneId zone) {
    boolean isTwice = zone.getRules().getValidOffsets(at.atZone(zone).toLocalDateTime()).size() > 1;
    return (isTwice ? TIME_AND_OFFSET : TIME).format(at.atZone(zone));
  }

  /** A day with both ends, and the zone for who reads it elsewhere. */
  static String when(Booking booking, ZoneId zone, Language language) {
    return "%s, %s–%s (%s)"
        .formatted(
            day(booking.startsAt(), zone, language),
            time(booking.startsAt(), zone),
            time(booking.endsAt(), zone),
            name(zone).replace('_', ' '));
  }

  /** The name of a zone by which it is found again. */
  static String name(ZoneId zone) {
    return zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }

  /** A zone by its name in the tz database; anything else is none. */
  static Optional<ZoneId> zone(@Nullable String name) {
    return Optional.ofNullable(name).filter(ZoneId.getAvailableZoneIds()::contains).map(ZoneId::of);
  }
}
