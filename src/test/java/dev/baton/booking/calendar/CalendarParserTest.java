package dev.baton.booking.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What makes somebody busy in a published calendar. */
class CalendarParserTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final TimeSpan MARCH =
      new TimeSpan(Instant.parse("2027-03-01T00:00:00Z"), Instant.parse("2027-04-15T00:00:00Z"));

  private static List<String> busy(String... events) throws IOException {
    String calendar =
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Somebody//EN\n"
            + String.join("\n", events)
            + "\nEND:VCALENDAR\n";
    return new CalendarParser(NEW_YORK, MARCH)
        .busy(calendar.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)).stream()
            .map(time -> time.from() + "/" + time.to())
            .toList();
  }

  private static String event(String... lines) {
    return "BEGIN:VEVENT\nDTSTAMP:20270101T000000Z\n" + String.join("\n", lines) + "\nEND:VEVENT";
  }

  @Test
  void an_event_of_a_named_zone_recurs_on_its_wall_clock_over_a_night_that_changes_it()
      throws IOException {
    assertThat(
            busy(
                event(
                    "UID:1",
                    "DTSTART;TZID=Europe/Berlin:20270315T090000",
                    "DTEND;TZID=Europe/Berlin:20270315T100000",
                    "RRULE:FREQ=WEEKLY;COUNT=4",
                    "EXDATE;TZID=Europe/Berlin:20270322T090000")))
        .containsExactly(
            "2027-03-15T08:00:00Z/2027-03-15T09:00:00Z",
            "2027-03-29T07:00:00Z/2027-03-29T08:00:00Z",
            "2027-04-05T07:00:00Z/2027-04-05T08:00:00Z");
  }

  @Test
  void a_calendar_may_bring_its_own_zone() throws IOException {
    String zone =
        """
        BEGIN:VTIMEZONE
        TZID:Our office
        BEGIN:STANDARD
        DTSTART:19701101T020000
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:19700329T020000
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        END:DAYLIGHT
        END:VTIMEZONE"""
            .strip();
    assertThat(
            busy(
                zone,
                event(
                    "UID:1",
                    "DTSTART;TZID=Our office:20270326T090000",
                    "DURATION:PT45M",
                    "RRULE:FREQ=DAILY;INTERVAL=3;COUNT=2")))
        .containsExactly(
            "2027-03-26T08:00:00Z/2027-03-26T08:45:00Z",
            "2027-03-29T07:00:00Z/2027-03-29T07:45:00Z");
  }

  @Test
  void whole_days_are_those_of_the_reader_and_one_of_them_has_23_hours() throws IOException {
    assertThat(
            busy(
                event("UID:1", "DTSTART;VALUE=DATE:20270313", "DTEND;VALUE=DATE:20270315"),
                event("UID:2", "DTSTART;VALUE=DATE:20270320")))
        .containsExactly(
            "2027-03-13T05:00:00Z/2027-03-15T04:00:00Z",
            "2027-03-20T04:00:00Z/2027-03-21T04:00:00Z");
  }

  @Test
  void a_time_without_a_zone_or_of_one_that_nobody_knows_is_the_reader_s() throws IOException {
    assertThat(
            busy(
                event("UID:1", "DTSTART:20270316T090000", "DTEND:20270316T100000"),
                event("UID:2", "DTSTART;TZID=Nowhere/Else:20270317T090000", "DURATION:PT1H"),
                event("UID:3", "DTSTART:20270318T090000Z", "DURATION:PT1H")))
        .containsExactly(
            "2027-03-16T13:00:00Z/2027-03-16T14:00:00Z",
            "2027-03-17T13:00:00Z/2027-03-17T14:00:00Z",
            "2027-03-18T09:00:00Z/2027-03-18T10:00:00Z");
  }

  @Test
  void one_time_of_a_series_may_be_moved_or_off() throws IOException {
    assertThat(
            busy(
                event(
                    "UID:1",
                    "DTSTART:20270315T090000Z",
                    "DURATION:PT1H",
                    "RRULE:FREQ=DAILY;COUNT=3"),
                event(
                    "UID:1",
                    "RECURRENCE-ID:20270316T090000Z",
                    "DTSTART:20270316T150000Z",
                    "DURATION:PT1H"),
                event(
                    "UID:1",
                    "RECURRENCE-ID:20270317T090000Z",
                    "DTSTART:20270317T090000Z",
                    "DURATION:PT1H",
                    "STATUS:CANCELLED")))
        .containsExactly(
            "2027-03-15T09:00:00Z/2027-03-15T10:00:00Z",
            "2027-03-16T15:00:00Z/2027-03-16T16:00:00Z");
  }

  @Test
  void what_makes_nobody_busy_is_left_out_and_what_is_long_is_not() throws IOException {
    assertThat(
            busy(
                event("UID:1", "DTSTART:20270315T090000Z", "DURATION:PT1H", "TRANSP:TRANSPARENT"),
                event("UID:2", "DTSTART:20270315T090000Z", "DURATION:PT1H", "STATUS:CANCELLED"),
                event("UID:baton-meeting-7", "DTSTART:20270315T090000Z", "DURATION:PT1H"),
                event("UID:3", "DTSTART:20270101T000000Z", "DTEND:20270401T000000Z")))
        .containsExactly("2027-01-01T00:00:00Z/2027-04-01T00:00:00Z");
  }

  @Test
  void a_series_without_an_end_is_read_as_far_as_is_asked() throws IOException {
    assertThat(
            busy(event("UID:1", "DTSTART:20100101T090000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY")))
        .hasSize(45)
        .startsWith("2027-03-01T09:00:00Z/2027-03-01T10:00:00Z");
  }

  @Test
  void a_web_page_is_no_calendar() {
    assertThatThrownBy(
            () ->
                new CalendarParser(NEW_YORK, MARCH)
                    .busy("<html>Log in</html>".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IOException.class);
  }
}
