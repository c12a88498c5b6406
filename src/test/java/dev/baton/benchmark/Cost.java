package dev.baton.benchmark;

import java.util.Collection;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * What one of many took.
 *
 * @param seconds of the clock on the wall
 * @param jvm milliseconds of processor time of the application
 * @param database milliseconds of processor time of the server and all its processes
 * @param log kilobytes that the server wrote ahead
 * @param statements that clients sent
 */
record Cost(double seconds, double jvm, double database, double log, double statements) {

  Cost plus(Cost other) {
    return new Cost(
        seconds + other.seconds,
        jvm + other.jvm,
        database + other.database,
        log + other.log,
        statements + other.statements);
  }

  /** Milliseconds of both. */
  double processor() {
    return jvm + database;
  }

  double rate() {
    return 1 / seconds;
  }

  /** Row of a Markdown table: the median of several rounds, the least and the greatest. */
  static String row(String what, Collection<Cost> rounds) {
    return "| %s | %s | %s | %s | %s |"
        .formatted(
            what,
            spread(rounds, Cost::statements),
            spread(rounds, Cost::log),
            spread(rounds, Cost::processor),
            spread(rounds, Cost::rate));
  }

  static final String HEADER =
      """
      | | statements | log, KB | processor time, ms | a second |
      |---|---|---|---|---|""";

  private static String spread(Collection<Cost> rounds, ToDoubleFunction<Cost> figure) {
    return spread(rounds.stream().mapToDouble(figure));
  }

  /** Such as {@code 97 (96–98)}. */
  static String spread(DoubleStream figures) {
    double[] sorted = figures.sorted().toArray();
    return "%s (%s–%s)"
        .formatted(
            number(sorted[sorted.length / 2]),
            number(sorted[0]),
            number(sorted[sorted.length - 1]));
  }

  private static String number(double figure) {
    return String.format(
        Locale.ROOT, figure < 10 ? "%.2f" : figure < 100 ? "%.1f" : "%,.0f", figure);
  }
}
