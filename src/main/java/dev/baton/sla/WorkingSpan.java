package dev.baton.sla;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;

/**
 * One unbroken piece of a working day, in whole minutes.
 *
 * @param to when it ends; 00:00 is the end of the day (24:00), since no span ends where the day
 *     begins
 */
public record WorkingSpan(LocalTime from, LocalTime to) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);

  public WorkingSpan {
    if (!isWholeMinute(from) || !isWholeMinute(to)) {
      throw new IllegalArgumentException("Hours are whole minutes, not " + from + "-" + to);
    }
    if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
      throw new IllegalArgumentException(
          "%s-%s ends before it starts; hours over midnight are two spans, until 24:00 and from 00:00 on the next day"
              .formatted(from, to));
    }
  }

  private static boolean isWholeMinute(LocalTime time) {
    return time.equals(time.truncatedTo(ChronoUnit.MINUTES));
  }

  static WorkingSpan of(String day, String text) {
    String[] ends = text.strip().split("\\s*-\\s*", -1);
    try {
      if (ends.length == 2 && !ends[1].equals("00:00")) {
        LocalTime to =
            ends[1].equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(ends[1], MINUTE);
        return new WorkingSpan(LocalTime.parse(ends[0], MINUTE), to);
      }
    } catch (DateTimeParseException unreadable) {
      // told below, with the day
    }
    throw new IllegalArgumentException(
        "'%s' on %s is no span of hours; write 09:00-17:30, the day ends at 24:00"
            .formatted(text, day));
  }

  String asText() {
    String end = endsWithTheDay() ? "24:00" : MINUTE.format(to);
    return MINUTE.format(from) + "-" + end;
  }

  boolean endsWithTheDay() {
    return to.equals(LocalTime.MIDNIGHT);
  }

  boolean endsAfter(LocalTime time) {
    return endsWithTheDay() || to.isAfter(time);
  }

  LocalDateTime startOn(LocalDate day) {
    return day.atTime(from);
  }

  LocalDateTime endOn(LocalDate day) {
    return endsWithTheDay() ? day.plusDays(1).atStartOfDay() : day.atTime(to);
  }
}
