package dev.baton.review;

import dev.baton.people.Role;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a kind of review is held, by whom, and how long it may take: a row of {@code
 * review-cadence}.
 *
 * @param day of a week, 1 is Monday; of a month or a quarter the n-th day from Monday to Friday
 * @param at in the company's zone
 * @param participants whose members take part
 * @param toHold from its slot until it is overdue
 * @param warning how long before that the participants are reminded
 * @param days back from its slot that its figures cover
 */
record ReviewCadence(
    String title,
    Every every,
    int day,
    LocalTime at,
    List<Role> participants,
    Duration toHold,
    Duration warning,
    int days) {

  /** How often. */
  enum Every {
    WEEK,
    MONTH,
    QUARTER,
    NEVER;

    LocalDate begin(LocalDate day) {
      return switch (this) {
        case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        case MONTH -> day.withDayOfMonth(1);
        case QUARTER -> day.withMonth((day.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1);
        case NEVER -> throw new IllegalStateException("Never begins on no day");
      };
    }

    LocalDate next(LocalDate begin) {
      return switch (this) {
        case WEEK -> begin.plusWeeks(1);
        case MONTH -> begin.plusMonths(1);
        case QUARTER -> begin.plusMonths(3);
        case NEVER -> throw new IllegalStateException("Never begins on no day");
      };
    }
  }

  /** The first slot after an instant; none when this kind is not held any more. */
  Optional<Instant> next(Instant after, ZoneId zone) {
    if (every == Every.NEVER) {
      return Optional.empty();
    }
    LocalDate begin = every.begin(after.atZone(zone).toLocalDate());
    while (!slot(begin, zone).isAfter(after)) {
      begin = every.next(begin);
    }
    return Optional.of(slot(begin, zone));
  }

  /** All slots after an instant, up to and with another one. */
  List<Instant> between(Instant after, Instant upTo, ZoneId zone) {
    List<Instant> slots = new ArrayList<>();
    Optional<Instant> slot = next(after, zone);
    while (slot.isPresent() && !slot.get().isAfter(upTo)) {
      slots.add(slot.get());
      slot = next(slot.get(), zone);
    }
    return slots;
  }

  private Instant slot(LocalDate begin, ZoneId zone) {
    LocalDate date = every == Every.WEEK ? begin.plusDays(day - 1L) : workingDay(begin);
    return date.atTime(at).atZone(zone).toInstant();
  }

  private LocalDate workingDay(LocalDate begin) {
    LocalDate date = begin;
    int left = day;
    while (true) {
      if (date.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue() && --left == 0) {
        return date;
      }
      date = date.plusDays(1);
    }
  }
}
