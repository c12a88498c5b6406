package dev.baton.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.people.Role;
import dev.baton.review.ReviewCadence.Every;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewCadenceTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static ReviewCadence cadence(Every every, int day) {
    return new ReviewCadence(
        "Review",
        every,
        day,
        LocalTime.of(9, 0),
        List.of(Role.MARKETING),
        Duration.ofHours(48),
        Duration.ofHours(4),
        7);
  }

  @ParameterizedTest
  @CsvSource({
    // the very slot is past when it is there
    "WEEK, 1, 2026-03-02T07:59:59Z, 2026-03-02T08:00:00Z",
    "WEEK, 1, 2026-03-02T08:00:00Z, 2026-03-09T08:00:00Z",
    "WEEK, 5, 2026-03-02T08:00:00Z, 2026-03-06T08:00:00Z",
    // over the change of the clocks it stays nine in the morning
    "WEEK, 1, 2026-03-23T08:00:00Z, 2026-03-30T07:00:00Z",
    "WEEK, 1, 2026-10-19T07:00:00Z, 2026-10-26T08:00:00Z",
    // Sunday 1 March 2026: the second day from Monday to Friday is the third
    "MONTH, 2, 2026-02-27T00:00:00Z, 2026-03-03T08:00:00Z",
    "MONTH, 1, 2026-07-31T00:00:00Z, 2026-08-03T07:00:00Z",
    "MONTH, 1, 2026-08-03T07:00:00Z, 2026-09-01T07:00:00Z",
    "QUARTER, 5, 2026-01-01T00:00:00Z, 2026-01-07T08:00:00Z",
    "QUARTER, 5, 2026-01-07T08:00:00Z, 2026-04-07T07:00:00Z",
    "QUARTER, 1, 2026-11-22T12:00:00Z, 2027-01-01T08:00:00Z"
  })
  void the_next_slot_is_the_first_one_after_an_instant(
      Every every, int day, Instant after, Instant next) {
    assertThat(cadence(every, day).next(after, BERLIN)).contains(next);
  }

  @Test
  void never_has_no_slot() {
    assertThat(cadence(Every.NEVER, 1).next(Instant.parse("2026-03-02T07:00:00Z"), BERLIN))
        .isEmpty();
    assertThat(
            cadence(Every.NEVER, 1)
                .between(
                    Instant.parse("2026-03-02T07:00:00Z"),
                    Instant.parse("2027-03-02T07:00:00Z"),
                    BERLIN))
        .isEmpty();
  }

  @Test
  void between_two_slots_are_all_that_a_downtime_let_pass_and_the_last_itself() {
    Instant slot = Instant.parse("2026-03-02T08:00:00Z");
    assertThat(cadence(Every.WEEK, 1).between(slot, slot.plus(Duration.ofDays(21)), BERLIN))
        .containsExactly(
            slot.plus(Duration.ofDays(7)),
            slot.plus(Duration.ofDays(14)),
            slot.plus(Duration.ofDays(21)));
    assertThat(cadence(Every.WEEK, 1).between(slot, slot, BERLIN)).isEmpty();
  }

  @Test
  void a_thousand_weeks_have_a_thousand_mondays_at_nine() {
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    List<Instant> slots =
        cadence(Every.WEEK, 1).between(start, start.plus(Duration.ofDays(7_000)), BERLIN);
    assertThat(slots)
        .hasSize(1_000)
        .isSorted()
        .allMatch(slot -> slot.atZone(BERLIN).getHour() == 9)
        .allMatch(slot -> slot.atZone(BERLIN).getDayOfWeek().getValue() == 1);
  }
}
