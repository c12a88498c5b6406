package dev.baton.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people suffered from where business time was counted wrongly. */
class BusinessCalendarTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final WorkingHours NINE_TO_SIX = weekdays("09:00-18:00");
  private static final BusinessCalendar DACH =
      new BusinessCalendar("dach", BERLIN, NINE_TO_SIX, DaysOff.of("de", List.of()));

  @ParameterizedTest(name = "{0} + {1} = {2}")
  @CsvSource({
    // a Tuesday
    "2026-03-03T10:00, PT4H, 2026-03-03T14:00",
    "2026-03-03T07:59, PT1H, 2026-03-03T10:00",
    "2026-03-03T18:01, PT1H, 2026-03-04T10:00",
    "2026-03-03T17:00, PT1H, 2026-03-03T18:00",
    // Friday 16:55, Friday evening, Saturday, Sunday
    "2026-03-06T16:55, PT4H, 2026-03-09T11:55",
    "2026-03-06T18:01, PT1H, 2026-03-09T10:00",
    "2026-03-07T12:00, PT1H, 2026-03-09T10:00",
    "2026-03-08T23:59, PT1H, 2026-03-09T10:00",
    // Maundy Thursday: Good Friday and Easter Monday are off
    "2026-04-02T16:00, PT4H, 2026-04-07T11:00",
    // into a leap day and over it
    "2028-02-28T17:00, PT2H, 2028-02-29T10:00",
    "2028-02-29T17:00, PT2H, 2028-03-01T10:00"
  })
  void a_lead_of_before_opening_after_closing_or_a_day_off_is_due_in_open_hours(
      String start, Duration business, String due) {
    assertThat(DACH.plus(at(start), business)).isEqualTo(at(due));
  }

  @Test
  void a_clock_that_starts_outside_the_hours_does_not_come_out_as_no_time_at_all() {
    assertThat(DACH.between(at("2026-03-06T20:00"), at("2026-03-09T09:30")))
        .isEqualTo(Duration.ofMinutes(30));
    assertThat(DACH.plus(at("2026-03-06T20:00"), Duration.ofMinutes(30)))
        .isEqualTo(at("2026-03-09T09:30"));
  }

  @Test
  void one_business_day_of_nine_hours_is_a_day_and_not_three() {
    assertThat(DACH.plus(at("2026-03-03T11:00"), Duration.ofHours(9)))
        .isEqualTo(at("2026-03-04T11:00"));
  }

  @Test
  void local_time_is_read_in_the_zone_of_the_calendar_and_not_of_the_server_or_of_utc() {
    Instant utcEvening = Instant.parse("2026-03-03T17:30:00Z");
    BusinessCalendar newYork =
        new BusinessCalendar("us", ZoneId.of("America/New_York"), NINE_TO_SIX, DaysOff.none());
    BusinessCalendar kolkata =
        new BusinessCalendar("in", ZoneId.of("Asia/Kolkata"), NINE_TO_SIX, DaysOff.none());

    assertThat(DACH.isOpen(utcEvening)).isFalse();
    assertThat(newYork.isOpen(utcEvening)).isTrue();
    assertThat(kolkata.nextOpening(utcEvening)).isEqualTo("2026-03-04T03:30:00Z");
  }

  @Test
  void two_territories_have_two_answers_to_the_same_friday_evening() {
    Instant friday = Instant.parse("2026-03-06T17:30:00Z");
    BusinessCalendar dubai =
        new BusinessCalendar(
            "gulf",
            ZoneId.of("Asia/Dubai"),
            WorkingHours.of(Map.of("sun", List.of("09:00-18:00"), "mon", List.of("09:00-18:00"))),
            DaysOff.none());

    assertThat(DACH.plus(friday, Duration.ofHours(1))).isEqualTo("2026-03-09T09:00:00Z");
    assertThat(dubai.plus(friday, Duration.ofHours(1))).isEqualTo("2026-03-08T06:00:00Z");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "Europe/Berlin, 2026-03-28T22:00, PT7H",
    "Europe/Berlin, 2026-10-24T22:00, PT9H",
    "America/New_York, 2026-03-07T22:00, PT7H",
    "America/New_York, 2026-10-31T22:00, PT9H",
    "Australia/Sydney, 2026-10-03T22:00, PT7H",
    "Australia/Sydney, 2026-04-04T22:00, PT9H",
    "Australia/Lord_Howe, 2026-10-03T22:00, PT7H30M",
    "Australia/Lord_Howe, 2026-04-04T22:00, PT8H30M",
    // midnight itself is skipped, or comes an hour after 24:00
    "America/Santiago, 2026-09-05T22:00, PT7H",
    "America/Santiago, 2026-04-04T22:00, PT9H",
    "Asia/Kolkata, 2026-03-28T22:00, PT8H"
  })
  void a_night_shift_loses_the_hour_that_is_skipped_and_gains_the_one_that_comes_twice(
      ZoneId zone, String evening, Duration expected) {
    BusinessCalendar nights =
        new BusinessCalendar("nights", zone, daily("00:00-06:00", "22:00-24:00"), DaysOff.none());
    ZonedDateTime from = ZonedDateTime.of(LocalDateTime.parse(evening), zone);
    Instant to = from.plusDays(1).withHour(6).toInstant();

    assertThat(nights.between(from.toInstant(), to)).isEqualTo(expected);
    assertThat(nights.plus(from.toInstant(), expected)).isEqualTo(to);
    assertThat(nights.minus(to, expected)).isEqualTo(from.toInstant());
  }

  @Test
  void hours_that_end_in_a_skipped_hour_end_where_the_clock_jumps() {
    BusinessCalendar late =
        new BusinessCalendar("late", BERLIN, daily("01:00-02:30"), DaysOff.none());
    BusinessCalendar early =
        new BusinessCalendar("early", BERLIN, daily("02:30-05:00"), DaysOff.none());
    Instant jump = Instant.parse("2026-03-29T01:00:00Z");

    assertThat(late.plus(jump.minus(Duration.ofHours(1)), Duration.ofHours(1))).isEqualTo(jump);
    assertThat(late.isOpen(jump)).isFalse();
    assertThat(early.nextOpening(jump.minusSeconds(60))).isEqualTo(jump);
    assertThat(early.between(jump, jump.plus(Duration.ofDays(1)).minus(Duration.ofHours(12))))
        .isEqualTo(Duration.ofHours(2));
  }

  @Test
  void a_minute_that_the_clock_shows_twice_is_never_counted_in_two_spans() {
    BusinessCalendar adjoining =
        new BusinessCalendar("a", BERLIN, daily("01:00-02:30", "02:30-04:00"), DaysOff.none());

    assertThat(
            adjoining.between(
                Instant.parse("2026-10-24T22:00:00Z"), Instant.parse("2026-10-25T12:00:00Z")))
        .isEqualTo(Duration.ofHours(4));
  }

  @Test
  void a_clock_set_back_over_midnight_shows_the_old_day_while_the_new_days_shift_runs() {
    BusinessCalendar sundays =
        new BusinessCalendar(
            "st-johns",
            ZoneId.of("America/St_Johns"),
            WorkingHours.of(Map.of("sun", List.of("00:00-06:00"))),
            DaysOff.none());
    // 2010-11-07 00:01 became Saturday 23:01
    Instant again = Instant.parse("2010-11-07T02:31:00Z").plus(Duration.ofMinutes(30));

    assertThat(sundays.isOpen(again)).isTrue();
    assertThat(sundays.minus(again, Duration.ofMinutes(10)))
        .isEqualTo(again.minus(Duration.ofMinutes(10)));
  }

  @Test
  void a_day_that_a_country_skipped_has_no_hours() {
    BusinessCalendar apia =
        new BusinessCalendar(
            "apia", ZoneId.of("Pacific/Apia"), weekdays("09:00-17:00"), DaysOff.none());
    Instant thursday = ZonedDateTime.parse("2011-12-29T16:00-10:00").toInstant();

    // Friday, 30 December 2011 never was
    assertThat(apia.plus(thursday, Duration.ofHours(2)))
        .isEqualTo(ZonedDateTime.parse("2012-01-02T10:00+14:00").toInstant());
  }

  @Test
  void lunch_is_no_working_time_and_nobody_is_due_in_it() {
    BusinessCalendar split =
        new BusinessCalendar(
            "split", BERLIN, weekdays("09:00-12:30", "13:30-18:00"), DaysOff.none());

    assertThat(split.plus(at("2026-03-03T12:00"), Duration.ofHours(1)))
        .isEqualTo(at("2026-03-03T14:00"));
    assertThat(split.minus(at("2026-03-03T14:00"), Duration.ofHours(1)))
        .isEqualTo(at("2026-03-03T12:00"));
    assertThat(split.isOpen(at("2026-03-03T13:00"))).isFalse();
    assertThat(split.nextOpening(at("2026-03-03T12:30"))).isEqualTo(at("2026-03-03T13:30"));
  }

  @Test
  void on_a_half_day_work_ends_at_noon_and_goes_on_after_the_holidays() {
    BusinessCalendar calendar =
        new BusinessCalendar(
            "dach",
            BERLIN,
            NINE_TO_SIX,
            DaysOff.of(
                "de",
                List.of(
                    new ClosingDay(
                        LocalDate.of(2026, 12, 24), LocalTime.of(12, 0), "Christmas Eve"))));

    // Thursday the 24th; 25 and 26 are holidays, the 27th is a Sunday
    assertThat(calendar.plus(at("2026-12-24T10:00"), Duration.ofHours(4)))
        .isEqualTo(at("2026-12-28T11:00"));
    assertThat(calendar.isOpen(at("2026-12-24T12:00"))).isFalse();
  }

  @Test
  void a_holiday_in_one_region_is_a_working_day_in_the_next() {
    BusinessCalendar munich =
        new BusinessCalendar("by", BERLIN, NINE_TO_SIX, DaysOff.of("de-by", List.of()));
    Instant epiphany = at("2026-01-06T10:00");

    assertThat(munich.isOpen(epiphany)).isFalse();
    assertThat(DACH.isOpen(epiphany)).isTrue();
  }

  @Test
  void a_warning_is_so_much_working_time_before_and_not_in_the_weekend() {
    assertThat(DACH.minus(at("2026-03-09T10:00"), Duration.ofHours(4)))
        .isEqualTo(at("2026-03-06T15:00"));
  }

  @Test
  void no_time_to_add_leaves_the_instant_as_it_is() {
    Instant saturday = at("2026-03-07T12:00");

    assertThat(DACH.plus(saturday, Duration.ZERO)).isEqualTo(saturday);
    assertThat(DACH.minus(saturday, Duration.ZERO)).isEqualTo(saturday);
    assertThatThrownBy(() -> DACH.plus(saturday, Duration.ofMinutes(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_calendar_without_hours_is_refused_and_not_searched_for_ever() {
    assertThatThrownBy(
            () -> new BusinessCalendar("ghost", BERLIN, WorkingHours.of(Map.of()), DaysOff.none()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The calendar 'ghost' has no working hours");
  }

  @Test
  void a_calendar_that_is_closed_for_years_says_so_and_does_not_search_for_ever() {
    List<ClosingDay> everyDay =
        IntStream.range(0, 1000)
            .mapToObj(i -> new ClosingDay(LocalDate.of(2026, 1, 1).plusDays(i), null, "closed"))
            .toList();
    BusinessCalendar closed =
        new BusinessCalendar("closed", BERLIN, NINE_TO_SIX, DaysOff.of(null, everyDay));

    assertThatThrownBy(() -> closed.plus(at("2026-03-03T10:00"), Duration.ofHours(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("The calendar 'closed' has no open day within 400 days of");
    assertThat(closed.nextOpening(at("2026-03-03T10:00")))
        .as("looked at again in more than a year")
        .isEqualTo(at("2026-03-03T10:00").plus(Duration.ofDays(400)));
    assertThatThrownBy(() -> closed.minus(at("2028-03-03T10:00"), Duration.ofHours(1)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void round_the_clock_is_calendar_time() {
    BusinessCalendar always =
        new BusinessCalendar("always", BERLIN, WorkingHours.ALWAYS, DaysOff.none());
    Instant start = at("2026-03-28T20:00");

    assertThat(always.plus(start, Duration.ofHours(1000)))
        .isEqualTo(start.plus(Duration.ofHours(1000)));
  }

  private static Instant at(String wall) {
    return LocalDateTime.parse(wall).atZone(BERLIN).toInstant();
  }

  private static WorkingHours weekdays(String... spans) {
    List<String> hours = List.of(spans);
    return WorkingHours.of(
        Map.of("mon", hours, "tue", hours, "wed", hours, "thu", hours, "fri", hours));
  }

  private static WorkingHours daily(String... spans) {
    List<String> hours = List.of(spans);
    return WorkingHours.of(
        Map.of(
            "mon", hours, "tue", hours, "wed", hours, "thu", hours, "fri", hours, "sat", hours,
            "sun", hours));
  }
}
