package dev.baton.web.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.insight.SeriesInterval;
import dev.baton.insight.rollup.InstantRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateRangeTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private static DateRange span(String preset, String from, String to) {
    return DateRange.of(preset, from, to, TODAY, BERLIN);
  }

  @ParameterizedTest
  @CsvSource({
    "today, 2026-11-22, DAY",
    "7, 2026-11-15, DAY",
    "week, 2026-11-16, DAY",
    "month, 2026-11-01, DAY",
    "30, 2026-10-23, DAY",
    "90, 2026-08-24, WEEK",
    "quarter, 2026-10-01, WEEK",
    "year, 2026-01-01, WEEK",
    "nonsense, 2026-10-23, DAY"
  })
  void a_preset_begins_on_its_day(String preset, LocalDate from, SeriesInterval interval) {
    DateRange span = span(preset, null, null);
    assertThat(span.from()).isEqualTo(from);
    assertThat(span.to()).isNull();
    assertThat(span.step(NOW)).isEqualTo(interval);
  }

  @Test
  void last_week_ends_where_this_one_begins() {
    DateRange span = span("last-week", null, null);
    assertThat(span.from()).isEqualTo(LocalDate.parse("2026-11-09"));
    assertThat(span.to()).isEqualTo(LocalDate.parse("2026-11-16"));
  }

  @ParameterizedTest
  @CsvSource({
    "today, 2026-11-20T23:00:00Z, 2026-11-21T12:00:00Z",
    "week, 2026-11-08T23:00:00Z, 2026-11-15T12:00:00Z",
    "last-week, 2026-11-01T23:00:00Z, 2026-11-08T23:00:00Z",
    "month, 2026-09-30T22:00:00Z, 2026-10-22T11:00:00Z"
  })
  void a_day_a_week_and_a_month_are_compared_with_as_much_of_the_one_before(
      String preset, Instant from, Instant to) {
    InstantRange before = span(preset, null, null).before(NOW).orElseThrow();
    assertThat(before.from()).isEqualTo(from);
    assertThat(before.to()).isBetween(to, to.plusMillis(1));
  }

  @Test
  void any_other_range_is_compared_with_as_long_a_time_before() {
    assertThat(span("7", null, null).before(NOW))
        .isEqualTo(span("7", null, null).range().before(NOW));
    assertThat(span("all", null, null).before(NOW)).isEmpty();
  }

  @Test
  void days_begin_at_midnight_of_the_default_zone() {
    assertThat(span(null, "2026-11-01", "2026-11-02").range())
        .isEqualTo(
            new InstantRange(
                Instant.parse("2026-10-31T23:00:00Z"), Instant.parse("2026-11-01T23:00:00Z")));
  }

  @Test
  void dates_win_over_a_preset() {
    DateRange span = span("year", "2026-11-01", "");
    assertThat(span.preset()).isEqualTo("own");
    assertThat(span.ownFrom()).isEqualTo(LocalDate.parse("2026-11-01"));
  }

  @ParameterizedTest
  @CsvSource({"2026-13-01", "2026-02-30", "26-01-01", "9999999-01-01", "yesterday", "0001-01-01"})
  void what_is_no_day_is_an_error_of_its_field_and_shows_nothing(String day) {
    DateRange span = span("90", day, "2026-11-01");
    assertThat(span.wrong()).containsOnlyKeys("from");
    assertThat(span.range().holdsNothing()).isTrue();
    assertThat(span("90", null, day).wrong()).containsOnlyKeys("to");
  }

  @ParameterizedTest
  @CsvSource({"2026-11-02, 2026-11-01", "2026-11-02, 2026-11-02", "2027-01-01, 1999-12-31"})
  void an_end_that_is_not_after_the_beginning_is_an_error_of_its_field(String from, String to) {
    DateRange span = span(null, from, to);
    assertThat(span.wrong()).containsOnlyKeys("to");
    assertThat(span.ownTo()).as("as it was typed").isEqualTo(LocalDate.parse(to));
    assertThat(span.range().holdsNothing()).isTrue();
  }

  @Test
  void blank_dates_are_none() {
    assertThat(span("90", " ", "")).isEqualTo(span("90", null, null));
  }

  @Test
  void everything_is_drawn_as_the_last_two_years_by_month() {
    DateRange span = span("all", null, null);
    assertThat(span.range()).isEqualTo(InstantRange.EVERYTHING);
    assertThat(span.chart(NOW, Duration.ZERO).from())
        .isEqualTo(Instant.parse("2024-11-21T23:00:00Z"));
    assertThat(span.step(NOW)).isEqualTo(SeriesInterval.MONTH);
  }

  @Test
  void what_is_due_soon_may_be_drawn_too() {
    assertThat(span("30", null, null).chart(NOW, Duration.ofDays(2)).to())
        .isEqualTo(NOW.plus(Duration.ofDays(2)).plusMillis(1));
    assertThat(span(null, null, "2026-11-23").chart(NOW, Duration.ofDays(2)).to())
        .isEqualTo(Instant.parse("2026-11-22T23:00:00Z"));
  }

  @Test
  void a_range_in_the_future_is_an_empty_chart() {
    InstantRange chart = span(null, "2027-01-01", null).chart(NOW, Duration.ZERO);
    assertThat(chart.from()).isEqualTo(chart.to());
  }
}
