package dev.baton.insight;

import dev.baton.insight.rollup.InstantRange;
import dev.baton.insight.rollup.WholeDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** How far apart the points of a series are; days, weeks and months begin at midnight UTC. */
public enum SeriesInterval {
  DAY,
  /** From Monday. */
  WEEK,
  MONTH;

  public LocalDate begin(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
    };
  }

  public LocalDate next(LocalDate begin) {
    return switch (this) {
      case DAY -> begin.plusDays(1);
      case WEEK -> begin.plusWeeks(1);
      case MONTH -> begin.plusMonths(1);
    };
  }

  /** How many points a range has, about. */
  public long points(InstantRange range) {
    ChronoUnit unit =
        switch (this) {
          case DAY -> ChronoUnit.DAYS;
          case WEEK -> ChronoUnit.WEEKS;
          case MONTH -> ChronoUnit.MONTHS;
        };
    return unit.between(WholeDays.day(range.from()), WholeDays.day(range.to())) + 1;
  }
}
