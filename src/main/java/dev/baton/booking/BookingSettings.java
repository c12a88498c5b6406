package dev.baton.booking;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the meetings that leads book.
 *
 * @param length of a meeting
 * @param buffer kept free before and after one
 * @param step from one offered time to the next, counted from midnight on the owner's wall clock
 * @param notice how soon one can be booked at the earliest
 * @param ahead how far ahead one can be booked
 * @param place what an invitation says of where it is, such as the address of a video room
 */
@ConfigurationProperties("baton.booking")
public record BookingSettings(
    @DefaultValue("30m") Duration length,
    @DefaultValue("15m") Duration buffer,
    @DefaultValue("30m") Duration step,
    @DefaultValue("2h") Duration notice,
    @DefaultValue("14d") Duration ahead,
    @DefaultValue("") String place) {
  /** What two meetings of one person are kept apart by. */
  static final Duration UNIT = Duration.ofMinutes(5);

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration FARTHEST = Duration.ofDays(90);

  public BookingSettings {
    check("length", length, UNIT, DAY);
    check("buffer", buffer, Duration.ZERO, DAY);
    check("step", step, UNIT, DAY);
    if (notice.isNegative() || ahead.compareTo(FARTHEST) > 0) {
      throw new IllegalArgumentException(
          "baton.booking.notice is not below 0, and baton.booking.ahead at most 90 days");
    }
  }

  private static void check(String name, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0
        || value.compareTo(most) > 0
        || value.toMillis() % UNIT.toMillis() != 0) {
      throw new IllegalArgumentException(
          "baton.booking.%s is a multiple of 5 minutes, at most a day, not %s"
              .formatted(name, value));
    }
  }
}
