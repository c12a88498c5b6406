package dev.baton.web.figures;

import dev.baton.insight.SeriesInterval;
import dev.baton.insight.rollup.InstantRange;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Date range of a query, in the default zone.
 *
 * @param preset one of {@link #PRESETS}
 * @param from null: from the beginning on
 * @param to not part of it, as in the API; null: up to now
 */
record DateRange(String preset, @Nullable LocalDate from, @Nullable LocalDate to, ZoneId zone) {
  static final Map<String, String> PRESETS = new LinkedHashMap<>();

  static {
    PRESETS.put("30", "Last 30 days");
    PRESETS.put("90", "Last 90 days");
    PRESETS.put("quarter", "This quarter");
    PRESETS.put("year", "This year");
    PRESETS.put("all", "Everything");
    PRESETS.put("own", "Own dates");
  }

  private static final int LONGEST_CHART_YEARS = 2;
  private static final int BY_DAY = 45;
  private static final int BY_WEEK = 400;

  /** Dates win over a preset; what makes no sense is as good as nothing. */
  static DateRange of(
      @Nullable String preset,
      @Nullable String from,
      @Nullable String to,
      LocalDate today,
      ZoneId zone) {
    LocalDate start = day(from);
    LocalDate end = day(to);
    if (start != null || end != null) {
      boolean turned = start != null && end != null && !start.isBefore(end);
      return new DateRange("own", start, turned ? null : end, zone);
    }
    return switch (preset == null ? "" : preset) {
      case "90" -> new DateRange("90", today.minusDays(90), null, zone);
      case "quarter" ->
          new DateRange("quarter", today.with(IsoFields.DAY_OF_QUARTER, 1), null, zone);
      case "year" -> new DateRange("year", today.withDayOfYear(1), null, zone);
      case "all" -> new DateRange("all", null, null, zone);
      default -> new DateRange("30", today.minusDays(30), null, zone);
    };
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    if (text == null || !text.matches("(19[7-9]|[2-9]\\d\\d)\\d-\\d\\d-\\d\\d")) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  InstantRange range() {
    return new InstantRange(
        from == null ? InstantRange.EVERYTHING.from() : start(from),
        to == null ? InstantRange.EVERYTHING.to() : start(to));
  }

  /**
   * What a chart can show of it: a beginning and an end are needed.
   *
   * @param ahead how far the future matters
   */
  InstantRange chart(Instant now, Duration ahead) {
    Instant oldest = start(LocalDate.ofInstant(now, zone).minusYears(LONGEST_CHART_YEARS));
    Instant begin = from == null ? oldest : start(from);
    // the end is exclusive, and what happened this very moment belongs to it
    Instant last = now.plus(ahead).plusMillis(1);
    Instant end = to == null || start(to).isAfter(last) ? last : start(to);
    return new InstantRange(begin.isBefore(end) ? begin : end, end);
  }

  SeriesInterval step(Instant now) {
    InstantRange chart = chart(now, Duration.ZERO);
    long days = ChronoUnit.DAYS.between(chart.from(), chart.to());
    if (days <= BY_DAY) {
      return SeriesInterval.DAY;
    }
    return days <= BY_WEEK ? SeriesInterval.WEEK : SeriesInterval.MONTH;
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** The dates for a form: only who chose them finds them there. */
  public @Nullable LocalDate ownFrom() {
    return preset.equals("own") ? from : null;
  }

  public @Nullable LocalDate ownTo() {
    return preset.equals("own") ? to : null;
  }
}
