package dev.baton.people;

import dev.baton.sla.WorkingHours;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/**
 * Reads what is sent about a person, a team or a calendar, and collects what is wrong with it. What
 * is not sent stays as it is stored; what is sent as null is taken away.
 */
class Sent {
  /** More pieces of a day than anybody works, fewer than a column holds. */
  private static final int MOST_SPANS = 12;

  private static final int LAST_YEAR = 2200;

  private final Map<String, Object> fields;
  private final List<Wrong> wrong = new ArrayList<>();

  Sent(Map<String, Object> fields) {
    this.fields = fields;
  }

  /**
   * One thing that is wrong.
   *
   * @param allowed the values that would do, or null where there are too many to name
   */
  record Wrong(String field, String message, List<String> allowed) {
    private boolean isAbout(String other) {
      return field.equals(other) || field.startsWith(other + ".");
    }
  }

  void wrong(String field, String message) {
    wrong.add(new Wrong(field, message, null));
  }

  /** Says so unless something else is wrong with the field. */
  void missing(String field, String message) {
    if (wrong.stream().noneMatch(it -> it.isAbout(field))) {
      wrong(field, message);
    }
  }

  /** Throws the refusal that names all wrong fields, if there are any. */
  void check(String detail) {
    if (!wrong.isEmpty()) {
      ErrorResponseException refusal = Refusal.of(HttpStatus.UNPROCESSABLE_ENTITY, detail);
      refusal.getBody().setProperties(Map.of("errors", List.copyOf(wrong)));
      throw refusal;
    }
  }

  /** Text without space around it; blank is as good as null. */
  String text(String field, String stored, int longest) {
    if (!fields.containsKey(field)) {
      return stored;
    }
    Object value = fields.get(field);
    if (value != null && !(value instanceof String)) {
      wrong(field, "not a text");
      return null;
    }
    String text = value == null ? "" : ((String) value).strip();
    if (text.length() > longest) {
      wrong(field, "longer than %d characters".formatted(longest));
    } else if (text.indexOf('\0') >= 0) {
      wrong(field, "contains a NUL character");
    }
    return text.isEmpty() ? null : text;
  }

  String required(String field, String stored, int longest, String sentence) {
    String text = text(field, stored, longest);
    if (text == null) {
      missing(field, sentence);
    }
    return text;
  }

  /** One of the allowed values, the stored one or null. */
  String oneOf(String field, String stored, Collection<String> allowed) {
    String text = text(field, stored, Integer.MAX_VALUE);
    if (text != null && !text.equals(stored) && !allowed.contains(text)) {
      notOneOf(field, "'%s' is not one of ".formatted(text), allowed);
    }
    return text;
  }

  String requiredOneOf(String field, String stored, Collection<String> allowed) {
    String text = oneOf(field, stored, allowed);
    if (text == null && wrong.stream().noneMatch(it -> it.isAbout(field))) {
      notOneOf(field, "say one of ", allowed);
    }
    return text;
  }

  private void notOneOf(String field, String begin, Collection<String> allowed) {
    String message = begin + String.join(", ", allowed);
    wrong.add(new Wrong(field, message, List.copyOf(allowed)));
  }

  Integer number(String field, Integer stored, int least, int most) {
    Object value = fields.getOrDefault(field, stored);
    if (value == null || value instanceof Integer number && number >= least && number <= most) {
      return (Integer) value;
    }
    wrong(field, "a whole number from %d to %d".formatted(least, most));
    return null;
  }

  boolean flag(String field, boolean stored) {
    Object value = fields.getOrDefault(field, stored);
    if (value instanceof Boolean flag) {
      return flag;
    }
    wrong(field, "true or false");
    return stored;
  }

  ZoneId zone(String field, ZoneId stored) {
    String text = text(field, stored == null ? null : stored.getId(), 64);
    try {
      return text == null ? null : ZoneId.of(text);
    } catch (DateTimeException e) {
      wrong(field, "not a time zone, such as Europe/Berlin");
      return stored;
    }
  }

  Instant instant(String field) {
    String text = text(field, null, 64);
    try {
      OffsetDateTime at = text == null ? null : OffsetDateTime.parse(text);
      if (at == null || at.getYear() <= LAST_YEAR) {
        return at == null ? null : at.toInstant();
      }
    } catch (DateTimeException e) {
      // told below
    }
    wrong(field, "not an instant with offset, such as 2026-11-30T09:00:00+01:00");
    return null;
  }

  LocalTime time(String field) {
    String text = text(field, null, 64);
    try {
      return text == null ? null : minute(text);
    } catch (DateTimeException e) {
      wrong(field, "not a time of day, such as 13:00");
      return null;
    }
  }

  private static LocalTime minute(String text) {
    LocalTime time = LocalTime.parse(text);
    if (time.getSecond() != 0 || time.getNano() != 0) {
      throw new DateTimeException("Not a whole minute");
    }
    return time;
  }

  /** Words such as skills. */
  Collection<String> words(String field, Collection<String> stored, int longest) {
    Object value = fields.getOrDefault(field, stored);
    Collection<?> given = value instanceof Collection<?> some ? some : List.of();
    boolean words =
        given.stream().allMatch(word -> word instanceof String text && isWord(text, longest));
    if (value != null && !(value instanceof Collection<?>) || !words) {
      wrong(field, "a list of words without commas, each at most %d long".formatted(longest));
      return stored;
    }
    return given.stream().map(String.class::cast).toList();
  }

  private static boolean isWord(String text, int longest) {
    return text.length() <= longest && text.indexOf(',') < 0 && text.indexOf('\0') < 0;
  }

  /** Hours as {@code {"mon": ["09:00-12:30", "13:30-18:00"]}}; a wrong day is told by its name. */
  WorkingHours hours(String field, WorkingHours stored) {
    Object value = fields.get(field);
    if (value == null) {
      return fields.containsKey(field) ? null : stored;
    }
    int before = wrong.size();
    Map<String, List<String>> week = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> days) {
      days.forEach((day, spans) -> week.put(day.toString(), spans(field + "." + day, day, spans)));
    }
    if (wrong.size() > before) {
      return stored;
    }
    if (week.values().stream().allMatch(List::isEmpty)) {
      wrong(
          field, "say for at least one day from when to when, such as {\"mon\":[\"09:00-17:00\"]}");
      return stored;
    }
    return WorkingHours.of(week);
  }

  private List<String> spans(String field, Object day, Object value) {
    List<?> given = value instanceof List<?> list ? list : value == null ? List.of() : null;
    if (given == null || given.size() > MOST_SPANS || hasOther(given)) {
      wrong(field, "a list of at most %d spans such as \"09:00-17:30\"".formatted(MOST_SPANS));
      return List.of();
    }
    List<String> spans = given.stream().map(String.class::cast).toList();
    try {
      WorkingHours.of(Map.of(day.toString(), spans));
    } catch (IllegalArgumentException e) {
      wrong(field, e.getMessage());
    }
    return spans;
  }

  private static boolean hasOther(List<?> list) {
    return Stream.ofNullable(list).flatMap(List::stream).anyMatch(it -> !(it instanceof String));
  }
}
