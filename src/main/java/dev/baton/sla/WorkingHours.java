package dev.baton.sla;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The working spans of a week on the wall clock, breaks left out.
 *
 * @param week the spans of each day in their order; a day without one is closed
 */
public record WorkingHours(Map<DayOfWeek, List<Span>> week) {

  /** Round the clock, every day. */
  public static final WorkingHours ALWAYS = always();

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);

  public WorkingHours {
    EnumMap<DayOfWeek, List<Span>> days = new EnumMap<>(DayOfWeek.class);
    week.forEach(
        (day, spans) -> {
          if (!spans.isEmpty()) {
            days.put(day, inOrder(day, spans));
          }
        });
    week = Collections.unmodifiableMap(days);
  }

  /**
   * Reads hours as people write them: {@code "mon" -> ["09:00-12:30", "13:30-18:00"]}. Days left
   * out are closed; {@code 24:00} is a day's end.
   *
   * @throws IllegalArgumentException for an unknown day or a span that is unreadable, empty,
   *     backward or overlaps another, in a sentence
   */
  public static WorkingHours of(Map<String, List<String>> week) {
    EnumMap<DayOfWeek, List<Span>> days = new EnumMap<>(DayOfWeek.class);
    week.forEach(
        (day, spans) ->
            days.put(day(day), spans.stream().map(span -> Span.of(day, span)).toList()));
    return new WorkingHours(days);
  }

  /** The same hours as {@link #of} reads them, from Monday on, closed days left out. */
  public Map<String, List<String>> asText() {
    Map<String, List<String>> text = new LinkedHashMap<>();
    week.forEach((day, spans) -> text.put(name(day), spans.stream().map(Span::asText).toList()));
    return text;
  }

  List<Span> on(LocalDate day) {
    return week.getOrDefault(day.getDayOfWeek(), List.of());
  }

  private static List<Span> inOrder(DayOfWeek day, List<Span> spans) {
    List<Span> sorted = new ArrayList<>(spans);
    sorted.sort(Comparator.comparing(Span::from));
    for (int i = 1; i < sorted.size(); i++) {
      Span before = sorted.get(i - 1);
      if (before.endsAfter(sorted.get(i).from())) {
        throw new IllegalArgumentException(
            "On %s, %s and %s overlap"
                .formatted(name(day), before.asText(), sorted.get(i).asText()));
      }
    }
    return List.copyOf(sorted);
  }

  private static DayOfWeek day(String name) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (name(day).equalsIgnoreCase(name.strip())) {
        return day;
      }
    }
    throw new IllegalArgumentException(
        "'%s' is not a day; write mon, tue, wed, thu, fri, sat or sun".formatted(name));
  }

  private static String name(DayOfWeek day) {
    return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
  }

  private static WorkingHours always() {
    EnumMap<DayOfWeek, List<Span>> days = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      days.put(day, List.of(new Span(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)));
    }
    return new WorkingHours(days);
  }

  /**
   * One unbroken piece of a working day, in whole minutes.
   *
   * @param to when it ends; 00:00 is the end of the day (24:00), since no span ends where the day
   *     begins
   */
  public record Span(LocalTime from, LocalTime to) {

    public Span {
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

    static Span of(String day, String text) {
      String[] ends = text.strip().split("\\s*-\\s*", -1);
      try {
        if (ends.length == 2 && !ends[1].equals("00:00")) {
          LocalTime to =
              ends[1].equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(ends[1], MINUTE);
          return new Span(LocalTime.parse(ends[0], MINUTE), to);
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
}
