package dev.baton.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says an instant as a person says it: their wall clock, and how far away it is. */
final class ByWhen {
  private static final DateTimeFormatter WALL =
      DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);

  private ByWhen() {}

  static String say(Instant due, Instant now, ZoneId zone) {
    String wall = WALL.format(due.atZone(zone)) + " " + place(zone);
    Duration left = Duration.between(now, due);
    if (left.isNegative()) {
      return wall + ", overdue for " + length(left.negated());
    }
    return wall + ", in " + length(left);
  }

  /** A city says more than an abbreviation that changes twice a year. */
  private static String place(ZoneId zone) {
    String id = zone.getId();
    if (!id.contains("/") || id.startsWith("Etc/")) {
      return "(" + id + ")";
    }
    return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ') + " time";
  }

  private static String length(Duration span) {
    if (span.toMinutes() < 1) {
      return "less than a minute";
    }
    if (span.toHours() < 1) {
      return span.toMinutes() + " min";
    }
    if (span.toHours() < 48) {
      return span.toHours() + " h" + (span.toMinutesPart() == 0 ? "" : minutes(span));
    }
    return span.toDays()
        + " days"
        + (span.toHoursPart() == 0 ? "" : " " + span.toHoursPart() + " h");
  }

  private static String minutes(Duration span) {
    return " " + span.toMinutesPart() + " min";
  }
}
