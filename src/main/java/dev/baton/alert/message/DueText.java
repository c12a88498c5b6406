package dev.baton.alert.message;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * An instant as a person says it.
 *
 * @param wall on the reader's own clock
 * @param left how far away it is
 */
public record DueText(String wall, String left) {
  private static final DateTimeFormatter WALL =
      DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);

  public static DueText of(Instant due, Instant now, ZoneId zone) {
    Duration left = Duration.between(now, due);
    return new DueText(
        WALL.format(due.atZone(zone)) + " " + place(zone),
        left.isNegative() ? "overdue for " + length(left.negated()) : "in " + length(left));
  }

  public String said() {
    return wall + ", " + left;
  }

  /** A city says more than an abbreviation that changes twice a year. */
  public static String place(ZoneId zone) {
    String id = zone.getId();
    if (!id.contains("/") || id.startsWith("Etc/")) {
      return "(" + id + ")";
    }
    return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ') + " time";
  }

  /** A span with its two largest units. */
  public static String length(Duration span) {
    if (span.toMinutes() < 1) {
      return "less than a minute";
    }
    if (span.toHours() < 1) {
      return span.toMinutes() + " min";
    }
    boolean near = span.toHours() < 48;
    long whole = near ? span.toHours() : span.toDays();
    int part = near ? span.toMinutesPart() : span.toHoursPart();
    String rest = part == 0 ? "" : " " + part + (near ? " min" : " h");
    return whole + (near ? " h" : " days") + rest;
  }
}
