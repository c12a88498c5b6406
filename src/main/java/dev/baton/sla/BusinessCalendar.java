package dev.baton.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * One territory's or person's working time: zone, hours, days off.
 *
 * <p>Business time is the time that really passes inside the spans. A span's end stands for the
 * first instant at which the clock on the wall shows that time or a later one: over a skipped hour
 * a span shrinks, over a repeated hour it grows, and no minute is ever counted twice.
 */
public final class BusinessCalendar {

  /** Longer than any plant holiday: who is closed for so long never opens. */
  private static final int MOST_CLOSED_DAYS = 400;

  private final String name;
  private final ZoneId zone;
  private final OpeningTimes times;
  private final DaysOff daysOff;

  /**
   * @throws IllegalArgumentException when the hours have no span: such a calendar never opens
   */
  public BusinessCalendar(String name, ZoneId zone, WorkingHours hours, DaysOff daysOff) {
    if (hours.week().isEmpty()) {
      throw new IllegalArgumentException("The calendar '%s' has no working hours".formatted(name));
    }
    this.name = name;
    this.zone = zone;
    this.times = new OpeningTimes(zone, hours, daysOff);
    this.daysOff = daysOff;
  }

  public String name() {
    return name;
  }

  public ZoneId zone() {
    return zone;
  }

  public DaysOff daysOff() {
    return daysOff;
  }

  public boolean isOpen(Instant at) {
    return between(at, at.plusNanos(1)).compareTo(Duration.ZERO) > 0;
  }

  /**
   * When work starts or goes on; the instant itself while it is open. Who stays closed for more
   * than a year is looked at again then: pages and messages can't fail for that.
   */
  public Instant nextOpening(Instant from) {
    return find(from, Duration.ofNanos(1))
        .map(opened -> opened.minusNanos(1))
        .orElseGet(() -> from.plus(Duration.ofDays(MOST_CLOSED_DAYS)));
  }

  /**
   * The first instant at which so much business time has passed since the start.
   *
   * @throws IllegalStateException when the calendar stays closed for more than a year
   */
  public Instant plus(Instant start, Duration business) {
    refuseNegative(business);
    return business.isZero() ? start : afterwards(start, business);
  }

  /** The last instant from which so much business time is left until the end. */
  public Instant minus(Instant end, Duration business) {
    refuseNegative(business);
    if (business.isZero()) {
      return end;
    }
    Duration left = business;
    LocalDate day = lastDayOf(end);
    for (int closed = 0; closed <= MOST_CLOSED_DAYS; closed++, day = day.minusDays(1)) {
      List<OpenInterval> pieces = times.on(day);
      for (int i = pieces.size() - 1; i >= 0; i--) {
        OpenInterval interval = pieces.get(i).until(end);
        if (interval.length().compareTo(left) >= 0) {
          return interval.to().minus(left);
        }
        left = left.minus(interval.length());
      }
      closed = pieces.isEmpty() ? closed : 0;
    }
    throw neverOpen(end);
  }

  /** The business time from one instant until another; none when it ends before it starts. */
  public Duration between(Instant from, Instant to) {
    Duration sum = Duration.ZERO;
    if (!from.isBefore(to)) {
      return sum;
    }
    LocalDate last = lastDayOf(to);
    for (LocalDate day = dayOf(from); !day.isAfter(last); day = day.plusDays(1)) {
      for (OpenInterval interval : times.on(day)) {
        sum = sum.plus(interval.since(from).until(to).length());
      }
    }
    return sum;
  }

  private Instant afterwards(Instant start, Duration business) {
    return find(start, business).orElseThrow(() -> neverOpen(start));
  }

  private Optional<Instant> find(Instant start, Duration business) {
    Duration left = business;
    LocalDate day = dayOf(start);
    for (int closed = 0; closed <= MOST_CLOSED_DAYS; closed++, day = day.plusDays(1)) {
      List<OpenInterval> pieces = times.on(day);
      for (OpenInterval whole : pieces) {
        OpenInterval interval = whole.since(start);
        if (interval.length().compareTo(left) >= 0) {
          return Optional.of(interval.from().plus(left));
        }
        left = left.minus(interval.length());
      }
      closed = pieces.isEmpty() ? closed : 0;
    }
    return Optional.empty();
  }

  private LocalDate dayOf(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  /** A clock set back over midnight shows the old day again, while the new day's spans run. */
  private LocalDate lastDayOf(Instant at) {
    return dayOf(at).plusDays(1);
  }

  private void refuseNegative(Duration business) {
    if (business.isNegative()) {
      throw new IllegalArgumentException("Business time cannot be negative: " + business);
    }
  }

  private IllegalStateException neverOpen(Instant at) {
    return new IllegalStateException(
        "The calendar '%s' has no open day within %d days of %s"
            .formatted(name, MOST_CLOSED_DAYS, at));
  }
}
