package dev.baton.insight.rollup;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Measure: which rows a figure counts, and what of them it adds up. It is SQL over the columns of
 * an entry, since all that serve it ask a database: the roll-up, the changes of today, medians,
 * charts and the list behind a figure read this one definition.
 *
 * @param name of its cells in the roll-up
 * @param cell SQL: the name, with what the measure is told apart by, such as a clock
 * @param when SQL: whether a row counts
 * @param amount SQL: money that is summed; null without
 * @param hours SQL: a duration, for percentiles; null without
 */
public record Measure(
    String name, String cell, String when, @Nullable String amount, @Nullable String hours) {

  public static Measure count(String name, String when) {
    return new Measure(name, "'" + name + "'", when, null, null);
  }

  /** Told apart by a column, whose value stands before the name: {@code review/met}. */
  public Measure per(String column) {
    return new Measure(name, "%s || '/%s'".formatted(column, name), when, amount, hours);
  }

  /** Money by currency, which stands behind the name: {@code won/EUR}. */
  public Measure summing(String money, String currency) {
    return new Measure(name, "'%s/' || %s".formatted(name, currency), when, money, hours);
  }

  public Measure lasting(String duration) {
    return new Measure(name, cell, when, amount, duration);
  }

  boolean hasHours() {
    return hours != null;
  }

  /** Whether a cell is this measure's, whatever it is told apart by. */
  public boolean has(String cell) {
    return amount == null
        ? cell.equals(name) || cell.endsWith("/" + name)
        : cell.startsWith(name + "/");
  }

  /** What one of its cells is told apart by. */
  public String apart(String cell) {
    return amount == null
        ? cell.substring(0, cell.length() - name.length() - 1)
        : cell.substring(name.length() + 1);
  }

  /** How many there are of it, whatever it is told apart by. */
  public long n(Map<String, Aggregate> cells) {
    return cells.entrySet().stream()
        .filter(cell -> has(cell.getKey()))
        .mapToLong(cell -> cell.getValue().n())
        .sum();
  }
}
