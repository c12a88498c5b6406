package dev.baton.booking;

import dev.baton.booking.calendar.TimeSpan;
import dev.baton.sla.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Rule of when somebody is free for a meeting, a function of nothing but what is given. Times are
 * those of the owner's wall clock: one that a night skips isn't there, one that it shows twice is
 * there twice.
 */
@Component
record FreeTimes(BookingSettings terms) {

  /**
   * When a meeting can start, the earliest first.
   *
   * @param hours in which the whole meeting lies
   * @param away absences, to which a meeting may be adjacent
   * @param busy other meetings, from which it keeps the buffer
   */
  List<Instant> of(BusinessCalendar hours, List<TimeSpan> away, List<TimeSpan> busy, Instant now) {
    Instant earliest = now.plus(terms.notice());
    Instant latest = now.plus(terms.ahead());
    return starts(hours.zone(), now, latest)
        .filter(start -> !start.isBefore(earliest) && !start.isAfter(latest))
        .filter(start -> isOpen(hours, start))
        .filter(start -> away.stream().noneMatch(time -> overlaps(time, start)))
        .filter(start -> busy.stream().noneMatch(time -> isNear(time, start)))
        .sorted()
        .toList();
  }

  private Stream<Instant> starts(ZoneId zone, Instant from, Instant to) {
    LocalDate first = from.atZone(zone).toLocalDate();
    LocalDate last = to.atZone(zone).toLocalDate();
    int steps = (int) (Duration.ofDays(1).toMinutes() / terms.step().toMinutes());
    return first
        .datesUntil(last.plusDays(1))
        .flatMap(
            day ->
                IntStream.range(0, steps)
                    .mapToObj(step -> day.atStartOfDay().plus(terms.step().multipliedBy(step))))
        .flatMap(wall -> instants(wall, zone));
  }

  private static Stream<Instant> instants(LocalDateTime wall, ZoneId zone) {
    return zone.getRules().getValidOffsets(wall).stream().map(wall::toInstant);
  }

  private boolean isOpen(BusinessCalendar hours, Instant start) {
    return hours.between(start, start.plus(terms.length())).equals(terms.length());
  }

  private boolean overlaps(TimeSpan time, Instant start) {
    return time.overlaps(start, start.plus(terms.length()));
  }

  private boolean isNear(TimeSpan time, Instant start) {
    return time.overlaps(
        start.minus(terms.buffer()), start.plus(terms.length()).plus(terms.buffer()));
  }
}
