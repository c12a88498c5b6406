package dev.baton.sla;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
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
public record WorkingHours(Map<DayOfWeek, List<WorkingSpan>> week) {

  /** Round the clock, every day. */
  public static final WorkingHours ALWAYS = always();

  public WorkingHours {
    EnumMap<DayOfWeek, List<WorkingSpan>> days = new EnumMap<>(DayOfWeek.class);
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
    EnumMap<DayOfWeek, List<WorkingSpan>> days = new EnumMap<>(DayOfWeek.class);
    week.forEach(
        (day, spans) ->
            days.put(day(day), spans.stream().map(span -> WorkingSpan.of(day, span)).toList()));
    return new WorkingHours(days);
  }

  /** The same hours as {@link #of} reads them, from Monday on, closed days left out. */
  public Map<String, List<String>> asText() {
    Map<String, List<String>> text = new LinkedHashMap<>();
    week.forEach(
        (day, spans) -> text.put(name(day), spans.stream().map(WorkingSpan::asText).toList()));
    return text;
  }

  List<WorkingSpan> on(LocalDate day) {
    return week.getOrDefault(day.getDayOfWeek(), List.of());
  }

  private static List<WorkingSpan> inOrder(DayOfWeek day, List<WorkingSpan> spans) {
    List<WorkingSpan> sorted = new ArrayList<>(spans);
    sorted.sort(Comparator.comparing(WorkingSpan::from));
    for (int i = 1; i < sorted.size(); i++) {
      WorkingSpan before = sorted.get(i - 1);
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
    EnumMap<DayOfWeek, List<WorkingSpan>> days = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      days.put(day, List.of(new WorkingSpan(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)));
    }
    return new WorkingHours(days);
  }
}
