package dev.baton.alert;

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
record Reader(Addressee to, BusinessCalendar shift, String insteadOf) {
  static final Reader NOBODY =
      new Reader(
          null,
          new BusinessCalendar("nobody", ZoneOffset.UTC, WorkingHours.ALWAYS, DaysOff.none()),
          null);

  boolean found() {
    return to != null;
  }

  String id() {
    return found() ? to.id() : null;
  }

  ZoneId zone() {
    return shift.zone();
  }
}
