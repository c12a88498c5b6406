package dev.baton.web.status;

import dev.baton.web.status.StatusLine.Level;
import java.time.Instant;
import java.util.List;

/**
 * How everything is: the worst of all lines, in a sentence.
 *
 * @param at when that was asked
 */
public record StatusPage(Level level, String says, Instant at, List<StatusLine> items) {
  static StatusPage of(List<StatusLine> items, Instant at) {
    long red = count(items, Level.RED);
    long amber = count(items, Level.AMBER);
    if (red > 0) {
      return new StatusPage(
          Level.RED, sentence(red, "One thing is down.", "%d things are down."), at, items);
    }
    return amber > 0
        ? new StatusPage(
            Level.AMBER,
            sentence(amber, "One thing wants a look.", "%d things want a look."),
            at,
            items)
        : new StatusPage(Level.GREEN, "Everything is running.", at, items);
  }

  private static String sentence(long number, String one, String many) {
    return number == 1 ? one : many.formatted(number);
  }

  private static long count(List<StatusLine> items, Level level) {
    return items.stream().filter(line -> line.level() == level).count();
  }
}
