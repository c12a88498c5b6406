package dev.baton.sla;

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
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Any calendar around the nights and days that go wrong, and the minute in the middle of a walk.
 */
public record CalendarArbitraries(
    ZoneId zone, Map<String, List<String>> hours, List<ClosingDay> closed, Instant middle) {
  static final int WALK = 12 * 24 * 60;
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final Duration HALF = Duration.ofMinutes(WALK / 2);

  public BusinessCalendar calendar() {
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

  public static Arbitrary<CalendarArbitraries> any() {
    return moments()
        .flatMap(
            moment ->
                Combinators.combine(weeks(), closings(moment.date()))
                    .as(
                        (week, closed) ->
                            new CalendarArbitraries(
                                moment.zone(), week, closed, moment.instant())));
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
        minutes().set().ofMinSize(2).ofMaxSize(6).map(CalendarArbitraries::spans));
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
}
