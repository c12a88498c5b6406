package dev.baton.know.forecast;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;

/** The time that a forecast is about, from where it is made: none of it lies before that. */
record Window(Duration start, Duration end) {

  static Window of(YearMonth month, Instant at, ZoneId zone) {
    return new Window(ahead(at, first(month, zone)), ahead(at, first(month.plusMonths(1), zone)));
  }

  static Instant first(YearMonth month, ZoneId zone) {
    return month.atDay(1).atStartOfDay(zone).toInstant();
  }

  private static Duration ahead(Instant at, Instant other) {
    return other.isAfter(at) ? Duration.between(at, other) : Duration.ZERO;
  }
}
