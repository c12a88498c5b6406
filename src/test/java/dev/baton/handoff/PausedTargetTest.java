package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.handoff.deadline.SlaTargets;
import dev.baton.sla.BusinessCalendar;
import dev.baton.sla.CalendarArbitraries;
import dev.baton.sla.DaysOff;
import dev.baton.sla.SlaTarget;
import dev.baton.sla.WorkingHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/**
 * A pause takes nothing from the promised time and adds nothing, as {@code docs/clocks.md} says.
 */
class PausedTargetTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final List<String> NINE_TO_SIX = List.of("09:00-18:00");
  private static final BusinessCalendar DACH =
      new BusinessCalendar(
          "dach",
          BERLIN,
          WorkingHours.of(Map.of("tue", NINE_TO_SIX, "wed", NINE_TO_SIX)),
          DaysOff.none());

  @Example
  void a_pause_of_the_page_moves_a_business_clock_and_a_calendar_clock() {
    Instant paused = at("2026-03-03T14:00");
    Instant resumed = at("2026-03-04T09:30");
    SlaTarget target = new SlaTarget(Duration.ofHours(4), Duration.ofHours(1));
    SlaTarget business = new SlaTarget(target.length(), target.warning(), DACH);

    SlaTargets calendarTime =
        SlaTargets.of(target, at("2026-03-03T12:00"), false).pausedFor(paused, resumed, null);
    SlaTargets businessTime =
        SlaTargets.of(business, at("2026-03-03T12:00"), false).pausedFor(paused, resumed, DACH);

    assertThat(calendarTime.dueAt()).isEqualTo(at("2026-03-04T11:30"));
    assertThat(businessTime.dueAt()).isEqualTo(at("2026-03-04T11:30"));
    assertThat(businessTime.warnAt()).isEqualTo(at("2026-03-04T10:30"));
  }

  @Example
  void a_calendar_clock_moves_by_all_of_a_weekend() {
    SlaTargets targets =
        SlaTargets.of(new SlaTarget(Duration.ofHours(2), Duration.ZERO), friday(), false);

    assertThat(targets.pausedFor(friday(), at("2026-03-09T09:00"), null).dueAt())
        .isEqualTo(at("2026-03-09T11:00"));
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void what_was_left_of_business_time_when_it_was_paused_is_left_when_it_goes_on(
      @ForAll("worlds") CalendarArbitraries arbitraries,
      @ForAll @LongRange(min = 1, max = 100_000_000L) long millis,
      @ForAll @LongRange(max = 300_000_000L) long until,
      @ForAll @LongRange(max = 400_000_000L) long length,
      @ForAll @LongRange(max = 400_000_000L) long earlier) {
    BusinessCalendar calendar = arbitraries.calendar();
    SlaTarget target = new SlaTarget(Duration.ofMillis(millis), Duration.ZERO, calendar);
    Instant start = arbitraries.middle();
    SlaTargets targets = SlaTargets.of(target, start, false);
    Instant paused = start.plusMillis(until);
    Instant end = paused.plusMillis(length);
    Instant resumed = paused.plusMillis(Math.min(length, earlier));
    Assume.that(targets.dueAt().isAfter(paused));

    SlaTargets moved = targets.pausedFor(paused, end, calendar);
    SlaTargets takenBack = moved.resumedAt(resumed, end, calendar);

    assertThat(calendar.between(start, paused).plus(calendar.between(end, moved.dueAt())))
        .isEqualTo(target.length());
    assertThat(calendar.between(start, paused).plus(calendar.between(resumed, takenBack.dueAt())))
        .isEqualTo(target.length());
  }

  @Provide
  Arbitrary<CalendarArbitraries> worlds() {
    return CalendarArbitraries.any();
  }

  private static Instant friday() {
    return at("2026-03-06T14:00");
  }

  private static Instant at(String wall) {
    return LocalDateTime.parse(wall).atZone(BERLIN).toInstant();
  }
}
