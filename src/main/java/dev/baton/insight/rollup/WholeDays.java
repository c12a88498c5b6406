package dev.baton.insight.rollup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The whole days (UTC) of a range, the whole months among them, and what sticks out on both sides.
 *
 * @param first the first whole day
 * @param firstMonth the first day of the first whole month
 * @param afterMonths the first day after the last whole month
 * @param after the first day after the last whole one; the first itself when there is none
 * @param before what lies before the whole days; the whole range when there is none
 * @param behind what lies behind them; perhaps nothing, like the one before
 */
public record WholeDays(
    LocalDate first,
    LocalDate firstMonth,
    LocalDate afterMonths,
    LocalDate after,
    InstantRange before,
    InstantRange behind) {

  static WholeDays of(InstantRange range) {
    LocalDate first = day(range.from());
    if (start(first).isBefore(range.from())) {
      first = first.plusDays(1);
    }
    LocalDate after = day(range.to());
    if (!first.isBefore(after)) {
      return new WholeDays(
          first, first, first, first, range, new InstantRange(range.to(), range.to()));
    }
    LocalDate firstMonth = first.withDayOfMonth(1);
    if (firstMonth.isBefore(first)) {
      firstMonth = firstMonth.plusMonths(1);
    }
    LocalDate afterMonths = after.withDayOfMonth(1);
    if (afterMonths.isBefore(firstMonth)) {
      // No month's end lies inside: only days.
      firstMonth = after;
      afterMonths = after;
    }
    return new WholeDays(
        first,
        firstMonth,
        afterMonths,
        after,
        new InstantRange(range.from(), start(first)),
        new InstantRange(start(after), range.to()));
  }

  public static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  public static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** From the first whole day to the end of the last. */
  InstantRange whole() {
    return new InstantRange(start(first), start(after));
  }
}
