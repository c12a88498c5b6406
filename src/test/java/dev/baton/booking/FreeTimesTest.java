package dev.baton.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.booking.calendar.TimeSpan;
import dev.baton.sla.BusinessCalendar;
import dev.baton.sla.ClosingDay;
import dev.baton.sla.DaysOff;
import dev.baton.sla.WorkingHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When somebody can be met. */
class FreeTimesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** A Monday in winter, 08:00 in Berlin. */
  private static final Instant MONDAY = Instant.parse("2027-01-11T07:00:00Z");

  private static FreeTimes rule(String length, String buffer, String notice, String ahead) {
    return new FreeTimes(
        new BookingSettings(
            Duration.parse(length),
            Duration.parse(buffer),
            Duration.ofMinutes(30),
            Duration.parse(notice),
            Duration.parse(ahead),
            ""));
  }

  private static BusinessCalendar hours(ZoneId zone, Map<String, List<String>> week, DaysOff off) {
    return new BusinessCalendar("rita", zone, WorkingHours.of(week), off);
  }

  private static BusinessCalendar mornings() {
    return hours(
        BERLIN,
        Map.of("mon", List.of("09:00-11:00"), "tue", List.of("09:00-11:00")),
        DaysOff.none());
  }

  private static List<String> wall(List<Instant> times, ZoneId zone) {
    return times.stream().map(at -> at.atZone(zone).toLocalDateTime().toString()).toList();
  }

  private static TimeSpan span(String from, String to) {
    return new TimeSpan(Instant.parse(from), Instant.parse(to));
  }

  @Test
  void a_whole_meeting_lies_within_the_hours() {
    List<Instant> times =
        rule("PT45M", "PT0S", "PT0S", "P1D").of(mornings(), List.of(), List.of(), MONDAY);
    assertThat(wall(times, BERLIN))
        .containsExactly("2027-01-11T09:00", "2027-01-11T09:30", "2027-01-11T10:00");
  }

  @Test
  void the_past_and_what_is_too_soon_or_too_far_is_not_offered() {
    Instant later = MONDAY.plus(Duration.ofMinutes(61));
    List<Instant> times =
        rule("PT30M", "PT0S", "PT30M", "P1D").of(mornings(), List.of(), List.of(), later);
    assertThat(wall(times, BERLIN))
        .containsExactly("2027-01-11T10:00", "2027-01-11T10:30", "2027-01-12T09:00");
  }

  @Test
  void a_meeting_keeps_the_buffer_on_both_sides() {
    List<TimeSpan> busy = List.of(span("2027-01-11T09:00:00Z", "2027-01-11T09:30:00Z"));
    assertThat(
            wall(
                rule("PT30M", "PT0S", "PT0S", "PT12H").of(mornings(), List.of(), busy, MONDAY),
                BERLIN))
        .containsExactly("2027-01-11T09:00", "2027-01-11T09:30", "2027-01-11T10:30");
    assertThat(
            wall(
                rule("PT30M", "PT15M", "PT0S", "PT12H").of(mornings(), List.of(), busy, MONDAY),
                BERLIN))
        .containsExactly("2027-01-11T09:00");
  }

  @Test
  void an_absence_takes_all_its_time_and_no_buffer() {
    List<TimeSpan> away = List.of(new TimeSpan(Instant.parse("2027-01-11T09:00:00Z"), Instant.MAX));
    assertThat(
            wall(
                rule("PT30M", "PT15M", "PT0S", "P7D").of(mornings(), away, List.of(), MONDAY),
                BERLIN))
        .containsExactly("2027-01-11T09:00", "2027-01-11T09:30");
  }

  @Test
  void nobody_is_met_on_a_closing_day_or_a_public_holiday() {
    DaysOff off =
        DaysOff.of(
            "de", List.of(new ClosingDay(LocalDate.of(2027, 3, 30), LocalTime.of(10, 0), null)));
    BusinessCalendar easter =
        hours(
            BERLIN,
            Map.of(
                "mon", List.of("09:00-11:00"),
                "tue", List.of("09:00-11:00"),
                "wed", List.of("09:00-10:00")),
            off);
    List<Instant> times =
        rule("PT30M", "PT0S", "PT0S", "P5D")
            .of(easter, List.of(), List.of(), Instant.parse("2027-03-27T12:00:00Z"));
    assertThat(wall(times, BERLIN))
        .as("Easter Monday is the 29th")
        .containsExactly(
            "2027-03-30T09:00", "2027-03-30T09:30", "2027-03-31T09:00", "2027-03-31T09:30");
  }

  @ParameterizedTest
  @CsvSource({
    // zone, midnight of that Sunday, hours on the wall, how many half hours really pass
    "Europe/Berlin,      2027-03-27T23:00:00Z, 01:00-04:00, 4",
    "Europe/Berlin,      2027-10-30T22:00:00Z, 01:00-04:00, 8",
    "America/New_York,   2027-03-14T05:00:00Z, 01:00-04:00, 4",
    "America/New_York,   2027-11-07T04:00:00Z, 00:00-03:00, 8",
    "Pacific/Auckland,   2027-04-03T11:00:00Z, 01:00-04:00, 8",
    "Pacific/Auckland,   2027-09-25T12:00:00Z, 01:00-04:00, 4",
  })
  void in_a_night_that_changes_the_clock_each_time_is_there_as_often_as_it_passes(
      String zone, Instant midnight, String span, int halfHours) {
    ZoneId here = ZoneId.of(zone);
    BusinessCalendar night = hours(here, Map.of("sun", List.of(span)), DaysOff.none());
    List<Instant> times =
        rule("PT30M", "PT0S", "PT0S", "PT24H").of(night, List.of(), List.of(), midnight);
    assertThat(times).hasSize(halfHours).doesNotHaveDuplicates().isSorted();
    for (int i = 1; i < times.size(); i++) {
      assertThat(Duration.between(times.get(i - 1), times.get(i)))
          .isEqualTo(Duration.ofMinutes(30));
    }
    assertThat(wall(times, here).get(0)).endsWith("T" + span.substring(0, 5));
  }

  @Test
  void the_hour_that_a_night_shows_twice_is_told_apart() {
    Instant first = Instant.parse("2027-10-31T00:30:00Z");
    assertThat(BookingText.time(first, BERLIN)).isEqualTo("02:30 (GMT+2)");
    assertThat(BookingText.time(first.plus(Duration.ofHours(1)), BERLIN))
        .isEqualTo("02:30 (GMT+1)");
    assertThat(BookingText.time(first.plus(Duration.ofHours(2)), BERLIN)).isEqualTo("03:30");
  }

  @Test
  void a_length_that_is_no_multiple_of_five_minutes_is_refused() {
    assertThatThrownBy(() -> rule("PT32M", "PT0S", "PT0S", "P1D"))
        .hasMessageContaining("baton.booking.length");
  }
}
