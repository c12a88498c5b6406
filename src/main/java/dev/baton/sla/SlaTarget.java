package dev.baton.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a policy promises: an answer within a time, with one reminder before.
 *
 * @param length time until an answer is due
 * @param warning how long before that the owner is reminded; zero: not at all
 * @param calendar whose open time counts, for the reminder too; null: calendar time, in which every
 *     minute counts (rule R11)
 */
public record SlaTarget(Duration length, Duration warning, @Nullable BusinessCalendar calendar) {

  /** A promise in calendar time. */
  public SlaTarget(Duration length, Duration warning) {
    this(length, warning, null);
  }

  /**
   * Reads the one row that {@code sla-policy} gave: its target and its warning in minutes, its time
   * and its calendar.
   *
   * @param calendars the business calendars by name
   * @throws IllegalStateException when no policy matched or its calendar is unknown: there is no
   *     lead without a clock
   */
  public static SlaTarget of(
      List<? extends Map<String, Object>> rows,
      String question,
      Function<String, Optional<BusinessCalendar>> calendars) {
    if (rows.size() != 1) {
      throw new IllegalStateException(
          "sla-policy has %d rows for %s; it needs exactly one".formatted(rows.size(), question));
    }
    Map<String, Object> row = rows.get(0);
    Duration length = minutes(row.get("targetMinutes"), 1, question);
    Duration warning = minutes(row.get("warningMinutes"), 0, question);
    return new SlaTarget(
        length,
        // nobody is reminded before the clock starts
        warning.compareTo(length) > 0 ? length : warning,
        calendar(row, question, calendars));
  }

  private static @Nullable BusinessCalendar calendar(
      Map<String, Object> row,
      String question,
      Function<String, Optional<BusinessCalendar>> calendars) {
    if ("calendar".equals(row.get("time"))) {
      return null;
    }
    if (!"business".equals(row.get("time"))) {
      throw new IllegalStateException(
          "sla-policy says time '%s' for %s; known are calendar and business"
              .formatted(row.get("time"), question));
    }
    if (!(row.get("calendar") instanceof String name) || name.isBlank()) {
      throw new IllegalStateException(
          "sla-policy counts business time for %s and names no calendar".formatted(question));
    }
    return calendars
        .apply(name)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "sla-policy names the calendar '%s' for %s, which nobody keeps"
                        .formatted(name, question)));
  }

  private static Duration minutes(@Nullable Object value, long least, String question) {
    if (value instanceof Number number && number.longValue() >= least) {
      return Duration.ofMinutes(number.longValue());
    }
    throw new IllegalStateException(
        "sla-policy says '%s' minutes for %s".formatted(value, question));
  }

  public Instant dueAt(Instant start) {
    return calendar == null ? start.plus(length) : calendar.plus(start, length);
  }

  /** When the owner is reminded; null when the policy has no reminder. */
  public @Nullable Instant warnAt(Instant start) {
    if (warning.isZero()) {
      return null;
    }
    Instant due = dueAt(start);
    return calendar == null ? due.minus(warning) : calendar.minus(due, warning);
  }
}
