package dev.baton.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a policy promises: an answer within a time, with one reminder before.
 *
 * @param length calendar time until an answer is due (rule R11)
 * @param warning how long before that the owner is reminded; zero: not at all
 */
public record Target(Duration length, Duration warning) {

  /**
   * Reads the one row that {@code sla-policy} gave: {@code targetMinutes}, {@code warningMinutes},
   * {@code time}.
   *
   * @throws IllegalStateException when no policy matched: there is no lead without a clock
   */
  public static Target of(List<? extends Map<String, Object>> rows, String question) {
    if (rows.size() != 1) {
      throw new IllegalStateException(
          "sla-policy has %d rows for %s; it needs exactly one".formatted(rows.size(), question));
    }
    Map<String, Object> row = rows.get(0);
    if (!"calendar".equals(row.get("time"))) {
      throw new IllegalStateException(
          "sla-policy says time '%s' for %s; known is calendar"
              .formatted(row.get("time"), question));
    }
    return new Target(
        minutes(row.get("targetMinutes"), question), minutes(row.get("warningMinutes"), question));
  }

  private static Duration minutes(Object value, String question) {
    if (value instanceof Number number && number.longValue() >= 0) {
      return Duration.ofMinutes(number.longValue());
    }
    throw new IllegalStateException(
        "sla-policy says '%s' minutes for %s".formatted(value, question));
  }

  public Instant dueAt(Instant start) {
    return start.plus(length);
  }

  /** When the owner is reminded; null when the policy has no reminder. */
  public Instant warnAt(Instant start) {
    return warning.isZero() ? null : dueAt(start).minus(warning);
  }
}
