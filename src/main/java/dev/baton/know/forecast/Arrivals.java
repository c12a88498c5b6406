package dev.baton.know.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What will be won of MQLs that aren't there yet.
 *
 * @param perDay MQLs a day, over the days before
 * @param days how long they will go on coming
 * @param cases earlier MQLs whose time is over
 * @param share of MQLs that come then, how many are won in the time asked about
 * @param variance of one case
 */
record Arrivals(double perDay, double days, long cases, double share, double variance) {
  private static final int LOOKED_BACK = 90;
  private static final int FEWEST_DAYS = 28;

  /** Null where MQLs have come for less than four weeks, or too few are old enough. */
  static @Nullable Arrivals of(List<HandoffPath> paths, Instant at, Window window) {
    Instant first = paths.stream().map(HandoffPath::mql).min(Instant::compareTo).orElse(at);
    double known = Math.min(LOOKED_BACK, days(first, at));
    if (known < FEWEST_DAYS) {
      return null;
    }
    Instant since = at.minus(Duration.ofSeconds((long) (known * 86_400)));
    long came = paths.stream().filter(path -> isBetween(path.mql(), since, at)).count();
    double length = window.end().toSeconds();
    double sum = 0;
    double squares = 0;
    long cases = 0;
    for (HandoffPath path : paths) {
      Instant mql = path.mql();
      if (mql.plus(window.end()).isAfter(at)) {
        continue;
      }
      cases++;
      double part = part(path, mql, window, length);
      sum += part;
      squares += part * part;
    }
    if (cases < StageRatio.ENOUGH) {
      return null;
    }
    double share = sum / cases;
    return new Arrivals(
        came / known, length / 86_400, cases, share, squares / cases - share * share);
  }

  /** Of the instants at which it could come, how many would have it won in the window. */
  private static double part(HandoffPath path, Instant mql, Window window, double length) {
    Instant won = path.won();
    if (won == null || length == 0) {
      return 0;
    }
    double lasted = Duration.between(mql, won).toSeconds();
    double latest = Math.min(length, window.end().toSeconds() - lasted);
    double earliest = Math.max(0, window.start().toSeconds() - lasted);
    return Math.max(0, latest - earliest) / length;
  }

  private static boolean isBetween(Instant instant, Instant after, Instant upTo) {
    return instant.isAfter(after) && !instant.isAfter(upTo);
  }

  private static double days(Instant from, Instant to) {
    return Duration.between(from, to).toSeconds() / 86_400.0;
  }

  double expected() {
    return perDay * days * share;
  }

  double chance() {
    double n = perDay * days;
    return n * share
        + n * n * variance / cases
        + days * days * share * share * perDay / LOOKED_BACK;
  }
}
