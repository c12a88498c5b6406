package dev.baton.sla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.sla.DaysOff.ClosingDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
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
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final int WALK = 12 * 24 * 60;
  private static final Duration HALF = Duration.ofMinutes(WALK / 2);

  /** A calendar and the minute in the middle of the walk. */
  record World(
      ZoneId zone, Map<String, List<String>> hours, List<ClosingDay> closed, Instant middle) {

    BusinessCalendar calendar() {
      return new BusinessCalendar("any", zone, WorkingHours.of(hours), DaysOff.of(null, closed));
    }

    Instant start() {
      return middle.minus(HALF);
    }

    Instant at(int minute) {
      return start().plusSeconds(60L * minute);
    }

    boolean[] walk() {
      return new MinuteWalk(zone, hours, closed).minutes(start(), at(WALK));
    }
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void time_between_two_instants_is_what_a_walk_counts(
      @ForAll("worlds") World world,
      @ForAll @IntRange(max = WALK) int one,
      @ForAll @IntRange(max = WALK) int other) {
    boolean[] open = world.walk();
    BusinessCalendar calendar = world.calendar();
    int from = Math.min(one, other);
    int to = Math.max(one, other);

    assertThat(calendar.between(world.at(from), world.at(to)).toMinutes())
        .isEqualTo(count(open, from, to));
    assertThat(calendar.between(world.at(to), world.at(from))).isZero();
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void the_due_instant_is_the_first_at_which_a_walk_has_counted_enough(
      @ForAll("worlds") World world, @ForAll @IntRange(max = 6000) int minutes) {
    boolean[] open = world.walk();
    int middle = WALK / 2;
    int left = minutes;
    int at = middle;
    while (left > 0 && at < WALK) {
      left -= open[at++] ? 1 : 0;
    }

    if (left == 0) {
      assertThat(world.calendar().plus(world.at(middle), Duration.ofMinutes(minutes)))
          .isEqualTo(world.at(at));
    }
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void the_warning_is_the_last_instant_from_which_a_walk_still_counts_enough(
      @ForAll("worlds") World world, @ForAll @IntRange(max = 6000) int minutes) {
    boolean[] open = world.walk();
    int middle = WALK / 2;
    int left = minutes;
    int at = middle;
    while (left > 0 && at > 0) {
      left -= open[--at] ? 1 : 0;
    }

    if (left == 0) {
      assertThat(world.calendar().minus(world.at(middle), Duration.ofMinutes(minutes)))
          .isEqualTo(world.at(at));
    }
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void it_is_open_in_the_minutes_that_a_walk_finds_open(
      @ForAll("worlds") World world, @ForAll @IntRange(max = WALK - 1) int minute) {
    boolean[] open = world.walk();
    BusinessCalendar calendar = world.calendar();

    assertThat(calendar.isOpen(world.at(minute))).isEqualTo(open[minute]);
    IntStream.range(minute, WALK)
        .filter(each -> open[each])
        .findFirst()
        .ifPresent(
            next -> assertThat(calendar.nextOpening(world.at(minute))).isEqualTo(world.at(next)));
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void parts_of_a_span_of_time_sum_to_the_whole_to_the_nanosecond(
      @ForAll("worlds") World world,
      @ForAll @LongRange(max = WALK * 60_000L) long a,
      @ForAll @LongRange(max = WALK * 60_000L) long b,
      @ForAll @LongRange(max = WALK * 60_000L) long c) {
    List<Instant> instants =
        Stream.of(a, b, c).sorted().map(millis -> world.start().plusMillis(millis)).toList();
    BusinessCalendar calendar = world.calendar();

    assertThat(
            calendar
                .between(instants.get(0), instants.get(1))
                .plus(calendar.between(instants.get(1), instants.get(2))))
        .isEqualTo(calendar.between(instants.get(0), instants.get(2)));
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void what_was_added_is_what_lies_between(
      @ForAll("worlds") World world,
      @ForAll @LongRange(max = WALK * 60_000L) long at,
      @ForAll @LongRange(max = 1_000_000_000L) long millis) {
    Instant start = world.start().plusMillis(at);
    Duration business = Duration.ofMillis(millis);
    BusinessCalendar calendar = world.calendar();

    assertThat(calendar.between(start, calendar.plus(start, business))).isEqualTo(business);
    assertThat(calendar.between(calendar.minus(start, business), start)).isEqualTo(business);
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void a_pause_takes_nothing_from_the_promised_time_and_adds_nothing(
      @ForAll("worlds") World world,
      @ForAll @LongRange(max = 100_000_000L) long millis,
      @ForAll @LongRange(max = 400_000_000L) long until,
      @ForAll @LongRange(max = 400_000_000L) long length) {
    BusinessCalendar calendar = world.calendar();
    Target target = new Target(Duration.ofMillis(millis), Duration.ZERO, calendar);
    Instant start = world.middle();
    Instant paused = start.plusMillis(until);
    Instant resumed = paused.plusMillis(length);
    Instant due = target.dueAt(start);

    Instant moved = target.afterPause(due, paused, resumed);

    if (due.isAfter(paused)) {
      assertThat(calendar.between(start, paused).plus(calendar.between(resumed, moved)))
          .isEqualTo(target.length());
    } else {
      assertThat(moved).isEqualTo(due);
    }
  }

  @Provide
  Arbitrary<World> worlds() {
    return moments()
        .flatMap(
            moment ->
                Combinators.combine(weeks(), closings(moment.date()))
                    .as(
                        (week, closed) ->
                            new World(moment.zone(), week, closed, moment.instant())));
  }

  private record Moment(ZoneId zone, LocalDateTime wall) {
    LocalDate date() {
      return wall.toLocalDate();
    }

    Instant instant() {
      return wall.atZone(zone).toInstant();
    }
  }

  private static Arbitrary<Moment> moments() {
    return Arbitraries.of(
            "Europe/Berlin",
            "America/New_York",
            "Australia/Sydney",
            "America/Santiago",
            "Asia/Kolkata",
            "Australia/Lord_Howe",
            "America/St_Johns",
            "UTC",
            "Pacific/Apia")
        .map(ZoneId::of)
        .flatMap(
            zone ->
                Combinators.combine(dates(zone), times())
                    .as((date, time) -> new Moment(zone, date.atTime(time))));
  }

  /** Nights on which the clocks change, leap days, the turn of a year, and any other day. */
  private static Arbitrary<LocalDate> dates(ZoneId zone) {
    List<LocalDate> changes = new ArrayList<>();
    // St. John's changed its clocks a minute after midnight until 2011, Apia left out a day in it
    Instant from = Instant.parse("2008-01-01T00:00:00Z");
    for (ZoneOffsetTransition change = zone.getRules().nextTransition(from);
        change != null && change.getDateTimeBefore().getYear() < 2030;
        change = zone.getRules().nextTransition(change.getInstant())) {
      changes.add(change.getDateTimeBefore().toLocalDate());
    }
    Arbitrary<LocalDate> anyDay =
        Arbitraries.integers().between(0, 3000).map(LocalDate.of(2022, 1, 1)::plusDays);
    Arbitrary<LocalDate> leapDays =
        Arbitraries.of(
            LocalDate.of(2024, 2, 29), LocalDate.of(2028, 2, 29), LocalDate.of(2026, 12, 31));
    return changes.isEmpty()
        ? Arbitraries.oneOf(anyDay, leapDays)
        : Arbitraries.oneOf(
            Arbitraries.of(changes)
                .flatMap(day -> Arbitraries.integers().between(-4, 4).map(day::plusDays)),
            Arbitraries.of(changes),
            anyDay,
            leapDays);
  }

  private static Arbitrary<LocalTime> times() {
    return Arbitraries.oneOf(
        Arbitraries.of("00:00", "01:30", "02:30", "07:59", "08:00", "16:55", "18:00", "18:01")
            .map(LocalTime::parse),
        minutes().map(minute -> LocalTime.ofSecondOfDay(60L * minute)));
  }

  private static Arbitrary<Integer> minutes() {
    return Arbitraries.integers().between(0, 24 * 60 - 1);
  }

  private static Arbitrary<Map<String, List<String>>> weeks() {
    return days()
        .list()
        .ofSize(7)
        .map(
            days -> {
              Map<String, List<String>> week = new LinkedHashMap<>();
              IntStream.range(0, 7).forEach(i -> week.put(DAYS.get(i), days.get(i)));
              return week;
            })
        .filter(week -> week.values().stream().anyMatch(spans -> !spans.isEmpty()));
  }

  private static Arbitrary<List<String>> days() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            List.of(
                List.of(),
                List.of("08:00-18:00"),
                List.of("09:00-12:30", "13:30-18:00"),
                List.of("00:00-24:00"),
                List.of("00:00-06:00", "22:00-24:00"),
                List.of("01:15-02:30", "02:30-02:45", "03:00-09:00"))),
        minutes().set().ofMinSize(2).ofMaxSize(6).map(BusinessTimePropertyTest::spans));
  }

  private static List<String> spans(Iterable<Integer> minutes) {
    List<Integer> ends = new ArrayList<>();
    minutes.forEach(ends::add);
    ends.sort(null);
    return IntStream.range(0, ends.size() / 2)
        .mapToObj(i -> text(ends.get(2 * i)) + "-" + text(ends.get(2 * i + 1)))
        .toList();
  }

  private static String text(int minute) {
    return "%02d:%02d".formatted(minute / 60, minute % 60);
  }

  private static Arbitrary<List<ClosingDay>> closings(LocalDate around) {
    Arbitrary<LocalDate> day = Arbitraries.integers().between(-5, 5).map(around::plusDays);
    Arbitrary<LocalTime> from =
        minutes().map(minute -> LocalTime.ofSecondOfDay(60L * minute)).injectNull(0.5);
    return Combinators.combine(day, from)
        .as((date, time) -> new ClosingDay(date, time, "closed"))
        .list()
        .uniqueElements(ClosingDay::day)
        .ofMaxSize(4);
  }

  private static long count(boolean[] open, int from, int to) {
    return IntStream.range(from, to).filter(minute -> open[minute]).count();
  }
}
