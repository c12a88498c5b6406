package dev.baton.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/**
 * Any calendar, in any zone, around the nights and days that go wrong, against a walk minute by
 * minute.
 */
class BusinessTimePropertyTest {
  private static final int WALK = CalendarArbitraries.WALK;

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void time_between_two_instants_is_what_a_walk_counts(
      @ForAll("worlds") CalendarArbitraries arbitraries,
      @ForAll @IntRange(max = WALK) int one,
      @ForAll @IntRange(max = WALK) int other) {
    boolean[] open = arbitraries.walk();
    BusinessCalendar calendar = arbitraries.calendar();
    int from = Math.min(one, other);
    int to = Math.max(one, other);

    assertThat(calendar.between(arbitraries.at(from), arbitraries.at(to)).toMinutes())
        .isEqualTo(count(open, from, to));
    assertThat(calendar.between(arbitraries.at(to), arbitraries.at(from))).isZero();
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void the_due_instant_is_the_first_at_which_a_walk_has_counted_enough(
      @ForAll("worlds") CalendarArbitraries arbitraries,
      @ForAll @IntRange(max = 6000) int minutes) {
    boolean[] open = arbitraries.walk();
    int middle = WALK / 2;
    int left = minutes;
    int at = middle;
    while (left > 0 && at < WALK) {
      left -= open[at++] ? 1 : 0;
    }

    if (left == 0) {
      assertThat(arbitraries.calendar().plus(arbitraries.at(middle), Duration.ofMinutes(minutes)))
          .isEqualTo(arbitraries.at(at));
    }
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void the_warning_is_the_last_instant_from_which_a_walk_still_counts_enough(
      @ForAll("worlds") CalendarArbitraries arbitraries,
      @ForAll @IntRange(max = 6000) int minutes) {
    boolean[] open = arbitraries.walk();
    int middle = WALK / 2;
    int left = minutes;
    int at = middle;
    while (left > 0 && at > 0) {
      left -= open[--at] ? 1 : 0;
    }

    if (left == 0) {
      assertThat(arbitraries.calendar().minus(arbitraries.at(middle), Duration.ofMinutes(minutes)))
          .isEqualTo(arbitraries.at(at));
    }
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void it_is_open_in_the_minutes_that_a_walk_finds_open(
      @ForAll("worlds") CalendarArbitraries arbitraries,
      @ForAll @IntRange(max = WALK - 1) int minute) {
    boolean[] open = arbitraries.walk();
    BusinessCalendar calendar = arbitraries.calendar();

    assertThat(calendar.isOpen(arbitraries.at(minute))).isEqualTo(open[minute]);
    IntStream.range(minute, WALK)
        .filter(each -> open[each])
        .findFirst()
        .ifPresent(
            next ->
                assertThat(calendar.nextOpening(arbitraries.at(minute)))
                    .isEqualTo(arbitraries.at(next)));
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void parts_of_a_span_of_time_sum_to_the_whole_to_the_nanosecond(
      @ForAll("worlds") CalendarArbitraries arbitraries,
      @ForAll @LongRange(max = WALK * 60_000L) long a,
      @ForAll @LongRange(max = WALK * 60_000L) long b,
      @ForAll @LongRange(max = WALK * 60_000L) long c) {
    List<Instant> instants =
        Stream.of(a, b, c).sorted().map(millis -> arbitraries.start().plusMillis(millis)).toList();
    BusinessCalendar calendar = arbitraries.calendar();

    assertThat(
            calendar
                .between(instants.get(0), instants.get(1))
                .plus(calendar.between(instants.get(1), instants.get(2))))
        .isEqualTo(calendar.between(instants.get(0), instants.get(2)));
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void what_was_added_is_what_lies_between(
      @ForAll("worlds") CalendarArbitraries arbitraries,
      @ForAll @LongRange(max = WALK * 60_000L) long at,
      @ForAll @LongRange(max = 1_000_000_000L) long millis) {
    Instant start = arbitraries.start().plusMillis(at);
    Duration business = Duration.ofMillis(millis);
    BusinessCalendar calendar = arbitraries.calendar();

    assertThat(calendar.between(start, calendar.plus(start, business))).isEqualTo(business);
    assertThat(calendar.between(calendar.minus(start, business), start)).isEqualTo(business);
  }

  @Provide
  Arbitrary<CalendarArbitraries> worlds() {
    return CalendarArbitraries.any();
  }

  private static long count(boolean[] open, int from, int to) {
    return IntStream.range(from, to).filter(minute -> open[minute]).count();
  }
}
