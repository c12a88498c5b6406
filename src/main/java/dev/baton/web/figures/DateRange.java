package dev.baton.web.figures;

import dev.baton.insight.SeriesInterval;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.insight.rollup.RecentDays;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Date range of a query, in the default zone.
 *
 * @param preset one of {@link #PRESETS}
 * @param from null: from the beginning on
 * @param to not part of it, as in the API; null: up to now
 * @param wrong what doesn't hold of a field, by its name; then there is nothing to show
 */
record DateRange(
    String preset,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    Map<String, String> wrong,
    ZoneId zone) {
  static final Map<String, String> PRESETS = new LinkedHashMap<>();

  static {
    PRESETS.put("today", "Today");
    PRESETS.put("7", "Last 7 days");
    PRESETS.put("week", "This week");
    PRESETS.put("last-week", "Last week");
    PRESETS.put("month", "This month");
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

  /** Dates win over a preset; an unknown preset is as good as none. */
  static DateRange of(
      @Nullable String preset,
      @Nullable String from,
      @Nullable String to,
      LocalDate today,
      ZoneId zone) {
    Map<String, String> wrong = new HashMap<>();
    LocalDate start = day("from", from, wrong);
    LocalDate end = day("to", to, wrong);
    if (start != null && end != null && !start.isBefore(end)) {
      wrong.put("to", "The end must be after the start. That day itself is not included.");
    }
    if (start != null || end != null || !wrong.isEmpty()) {
      return new DateRange("own", start, end, Map.copyOf(wrong), zone);
    }
    return switch (preset == null ? "" : preset) {
      case "today" -> since("today", today, zone);
      case "7" -> since("7", RecentDays.first(today, 7), zone);
      case "week" -> since("week", monday(today), zone);
      case "last-week" ->
          new DateRange("last-week", monday(today).minusWeeks(1), monday(today), Map.of(), zone);
      case "month" -> since("month", today.withDayOfMonth(1), zone);
      case "90" -> since("90", RecentDays.first(today, 90), zone);
      case "quarter" -> since("quarter", today.with(IsoFields.DAY_OF_QUARTER, 1), zone);
      case "year" -> since("year", today.withDayOfYear(1), zone);
      case "all" -> since("all", null, zone);
      default -> since("30", RecentDays.first(today, 30), zone);
    };
  }

  private static LocalDate monday(LocalDate today) {
    return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static DateRange since(String preset, @Nullable LocalDate from, ZoneId zone) {
    return new DateRange(preset, from, null, Map.of(), zone);
  }

  private static @Nullable LocalDate day(
      String field, @Nullable String text, Map<String, String> wrong) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      if (text.matches("(19[7-9]|[2-9]\\d\\d)\\d-\\d\\d-\\d\\d")) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeException e) {
      // as good as one that doesn't look like a day
    }
    wrong.put(field, "Not a day we know; write it like 2026-11-30.");
    return null;
  }

  public boolean isWrong() {
    return !wrong.isEmpty();
  }

  InstantRange range() {
    if (isWrong()) {
      return new InstantRange(InstantRange.EVERYTHING.from(), InstantRange.EVERYTHING.from());
    }
    return new InstantRange(
        from == null ? InstantRange.EVERYTHING.from() : start(from),
        to == null ? InstantRange.EVERYTHING.to() : start(to));
  }

  /**
   * What it is compared with: a day, week or month with as much of the one before, anything else
   * with as long a time before.
   */
  Optional<InstantRange> before(Instant now) {
    return switch (preset) {
      case "today" -> Optional.of(earlier(now, Period.ofDays(1)));
      case "week", "last-week" -> Optional.of(earlier(now, Period.ofWeeks(1)));
      case "month" -> Optional.of(earlier(now, Period.ofMonths(1)));
      default -> range().before(now);
    };
  }

  private InstantRange earlier(Instant now, Period step) {
    InstantRange past = range().upTo(now);
    return new InstantRange(
        past.from().atZone(zone).minus(step).toInstant(),
        past.to().atZone(zone).minus(step).toInstant());
  }

  /** That in words. */
  public String beforeName() {
    return switch (preset) {
      case "today" -> "yesterday by now";
      case "week" -> "last week by now";
      case "last-week" -> "the week before";
      case "month" -> "last month by now";
      default -> "the time before";
    };
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
