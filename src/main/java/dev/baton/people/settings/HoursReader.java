package dev.baton.people.settings;

import dev.baton.input.FieldReader;
import dev.baton.sla.WorkingHours;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reader of working hours such as {@code {"mon": ["09:00-12:30", "13:30-18:00"]}}; a wrong day is
 * told by its name.
 */
final class HoursReader {
  /** More pieces of a day than anybody works, fewer than a column holds. */
  private static final int MOST_SPANS = 12;

  private final FieldReader fields;
  private final String field;

  private HoursReader(FieldReader fields, String field) {
    this.fields = fields;
    this.field = field;
  }

  static @Nullable WorkingHours read(
      ChangeReader change, String field, @Nullable WorkingHours stored) {
    Object value = change.fields().raw(field);
    if (value == null) {
      return change.fields().has(field) ? null : stored;
    }
    return new HoursReader(change.fields(), field).read(value, stored);
  }

  private @Nullable WorkingHours read(Object value, @Nullable WorkingHours stored) {
    Map<String, List<String>> week = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> days) {
      days.forEach((day, spans) -> week.put(day.toString(), spans(day.toString(), spans)));
    }
    if (fields.isWrong(field)) {
      return stored;
    }
    if (week.values().stream().allMatch(List::isEmpty)) {
      fields.wrong(
          field, "say for at least one day from when to when, such as {\"mon\":[\"09:00-17:00\"]}");
      return stored;
    }
    return WorkingHours.of(week);
  }

  private List<String> spans(String day, @Nullable Object value) {
    List<?> given = value instanceof List<?> list ? list : List.of();
    boolean isList = value == null || value instanceof List<?>;
    if (!isList
        || given.size() > MOST_SPANS
        || !given.stream().allMatch(String.class::isInstance)) {
      wrong(day, "a list of at most %d spans such as \"09:00-17:30\"".formatted(MOST_SPANS));
      return List.of();
    }
    List<String> spans = given.stream().map(String.class::cast).toList();
    try {
      WorkingHours.of(Map.of(day, spans));
    } catch (IllegalArgumentException e) {
      wrong(day, String.valueOf(e.getMessage()));
    }
    return spans;
  }

  private void wrong(String day, String message) {
    fields.wrong(field + "." + day, message);
  }
}
