package dev.baton.web;

import dev.baton.alert.message.DueText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Clock of the viewer: instants as a person in that zone says them. */
public record ViewerClock(ZoneId zone, Instant now) {
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final DateTimeFormatter TIME = pattern("HH:mm");
  private static final DateTimeFormatter DAY = pattern("EEE d MMM");
  private static final DateTimeFormatter DAY_OF_YEAR = pattern("EEE d MMM yyyy");

  private static final DateTimeFormatter DATE = pattern("EEEE d MMMM, HH:mm");

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  /** UTC has many names, of which browsers know one. */
  public ViewerClock {
    zone = zone.normalized().equals(ZoneOffset.UTC) ? UTC : zone;
  }

  /** Such as {@code Berlin time}. */
  public String place() {
    return zone.equals(UTC) ? UTC.getId() : DueText.place(zone);
  }

  /** Now, in full. */
  public String date() {
    return DATE.format(now.atZone(zone));
  }

  /** A day of the calendar, whatever the zone. */
  public String date(LocalDate day) {
    return DAY_OF_YEAR.format(day);
  }

  public String time(Instant at) {
    return TIME.format(at.atZone(zone));
  }

  /** The year is said when it isn't this one. */
  public String day(Instant at) {
    LocalDate day = at.atZone(zone).toLocalDate();
    LocalDate today = today();
    if (day.equals(today)) {
      return "Today";
    }
    if (day.equals(today.minusDays(1))) {
      return "Yesterday";
    }
    if (day.equals(today.plusDays(1))) {
      return "Tomorrow";
    }
    return (day.getYear() == today.getYear() ? DAY : DAY_OF_YEAR).format(day);
  }

  public String wall(Instant at) {
    String day = day(at);
    boolean near = day.endsWith("day") || day.equals("Tomorrow");
    return (near ? day.toLowerCase(Locale.ENGLISH) : day) + ", " + time(at);
  }

  /** Good times to try somebody again, with their names; a morning is nine o'clock. */
  public Map<Instant, String> tries() {
    Map<Instant, String> tries = new LinkedHashMap<>();
    tries.put(now.plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.MINUTES), "In 2 hours");
    for (int days : new int[] {1, 2, 3, 7, 14}) {
      Instant morning = today().plusDays(days).atTime(9, 0).atZone(zone).toInstant();
      tries.put(morning, day(morning) + ", " + time(morning));
    }
    return tries;
  }

  /** How far away, such as {@code in 3 h} or {@code overdue for 20 min}. */
  public String left(Instant due) {
    return DueText.of(due, now, zone).left();
  }

  public boolean isPast(Instant at) {
    return at.isBefore(now);
  }

  public String part() {
    int hour = now.atZone(zone).getHour();
    if (hour < 5 || hour >= 18) {
      return "evening";
    }
    return hour < 12 ? "morning" : "afternoon";
  }

  public static String between(Instant from, Instant to) {
    return DueText.length(Duration.between(from, to));
  }

  public LocalDate today() {
    return now.atZone(zone).toLocalDate();
  }
}
