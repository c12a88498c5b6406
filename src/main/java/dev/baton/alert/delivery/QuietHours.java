package dev.baton.alert.delivery;

import dev.baton.sla.BusinessCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The hours in which messages wait, on the reader's own wall clock (rule R11); equal hours switch
 * them off.
 *
 * @param from the full hour at which they begin
 * @param to the full hour at which they end
 */
@ConfigurationProperties("baton.quiet-hours")
public record QuietHours(@DefaultValue("20") int from, @DefaultValue("7") int to) {

  public QuietHours {
    if (from < 0 || from > 23 || to < 0 || to > 23) {
      throw new IllegalArgumentException("baton.quiet-hours: from and to are hours from 0 to 23");
    }
  }

  /**
   * The instant from which somebody with these working hours may be told: when they work and the
   * quiet hours are over. Something urgent waits for their shift alone, and so does everything for
   * who only works in quiet hours.
   */
  Instant open(Instant now, BusinessCalendar shift, boolean urgent) {
    Instant begins = shift.nextOpening(now);
    Instant open = open(begins, shift.zone());
    return urgent || !shift.isOpen(open) ? begins : open;
  }

  /** The instant from which the reader may be told: {@code now}, or the end of the quiet hours. */
  Instant open(Instant now, ZoneId zone) {
    ZonedDateTime local = now.atZone(zone);
    if (!quiet(local.getHour())) {
      return now;
    }
    LocalDate day = local.getHour() < to ? local.toLocalDate() : local.toLocalDate().plusDays(1);
    return day.atTime(LocalTime.of(to, 0)).atZone(zone).toInstant();
  }

  private boolean quiet(int hour) {
    return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
  }
}
