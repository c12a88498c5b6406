package dev.baton.alert.message;

import dev.baton.sla.BusinessCalendar;
import dev.baton.sla.DaysOff;
import dev.baton.sla.WorkingHours;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Who is really told.
 *
 * @param to null when there is nobody
 * @param shift when this person works
 * @param insteadOf a sentence that says for whom it was meant, or null when it is the same person
 */
public record Recipient(DeliveryTarget to, BusinessCalendar shift, String insteadOf) {
  public static final Recipient NOBODY =
      new Recipient(
          null,
          new BusinessCalendar("nobody", ZoneOffset.UTC, WorkingHours.ALWAYS, DaysOff.none()),
          null);

  public boolean found() {
    return to != null;
  }

  public String id() {
    return found() ? to.id() : null;
  }

  public ZoneId zone() {
    return shift.zone();
  }
}
