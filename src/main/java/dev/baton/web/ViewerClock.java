package dev.baton.web;

import dev.baton.alert.message.DueText;
import dev.baton.alert.text.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Clock of the viewer: instants as a person in that zone says them, in the page's language. */
public record ViewerClock(ZoneId zone, Instant now, PageTexts texts) {
  private static final ZoneId UTC = ZoneId.of("UTC");

  /** UTC has many names, of which browsers know one. */
  public ViewerClock {
    zone = zone.normalized().equals(ZoneOffset.UTC) ? UTC : zone;
  }

  /** For an English page. */
  public ViewerClock(ZoneId zone, Instant now) {
    this(zone, now, PageTexts.ENGLISH);
  }

  private String format(TemporalAccessor when, String pattern) {
    return DateTimeFormatter.ofPattern(texts.say(pattern), texts.language().locale()).format(when);
  }

  /** The words of messages, for what pages and messages say alike. */
  public Wording wording() {
    return Wording.shipped(texts.language(), zone);
  }

  /** Such as {@code Berlin time}. */
  public String place() {
    return zone.equals(UTC) ? UTC.getId() : DueText.place(wording());
  }

  /** Now, in full. */
  public String date() {
    return format(now.atZone(zone), "clock.format.date");
  }

  /** A day of the calendar, whatever the zone. */
  public String date(LocalDate day) {
    return format(day, "clock.format.day_of_year");
  }

  public String time(Instant at) {
    return format(at.atZone(zone), "clock.format.time");
  }

  /** The year is said when it isn't this one. */
  public String day(Instant at) {
    return near(at)
        .map(day -> texts.say("clock." + day))
        .orElseGet(
            () -> {
              LocalDate day = at.atZone(zone).toLocalDate();
              boolean thisYear = day.getYear() == today().getYear();
              return format(day, thisYear ? "clock.format.day" : "clock.format.day_of_year");
            });
  }

  private Optional<String> near(Instant at) {
    return switch ((int) ChronoUnit.DAYS.between(today(), at.atZone(zone).toLocalDate())) {
      case -1 -> Optional.of("yesterday");
      case 0 -> Optional.of("today");
      case 1 -> Optional.of("tomorrow");
      default -> Optional.empty();
    };
  }

  public String wall(Instant at) {
    String day = near(at).map(near -> texts.say("clock.in_sentence." + near)).orElse(day(at));
    return texts.say("clock.at", day, time(at));
  }

  /** Good times to try somebody again, with their names; a morning is nine o'clock. */
  public Map<Instant, String> tries() {
    Map<Instant, String> tries = new LinkedHashMap<>();
    tries.put(
        now.plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.MINUTES),
        texts.say("clock.in_two_hours"));
    for (int days : new int[] {1, 2, 3, 7, 14}) {
      Instant morning = today().plusDays(days).atTime(9, 0).atZone(zone).toInstant();
      tries.put(morning, texts.say("clock.at", day(morning), time(morning)));
    }
    return tries;
  }

  /** How far away, such as {@code in 3 h} or {@code overdue for 20 min}. */
  public String left(Instant due) {
    return DueText.of(due, now, wording()).left();
  }

  public boolean isPast(Instant at) {
    return at.isBefore(now);
  }

  /** A word for the time of day: {@code morning}, {@code afternoon} or {@code evening}. */
  public String part() {
    int hour = now.atZone(zone).getHour();
    if (hour < 5 || hour >= 18) {
      return "evening";
    }
    return hour < 12 ? "morning" : "afternoon";
  }

  /** The span between two instants, with its two largest units. */
  public String between(Instant from, Instant to) {
    return DueText.length(Duration.between(from, to), wording());
  }

  public LocalDate today() {
    return now.atZone(zone).toLocalDate();
  }
}
