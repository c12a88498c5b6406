package dev.baton.alert;

import dev.baton.people.Person;
import dev.baton.sla.BusinessCalendar;
import dev.baton.sla.DaysOff;
import dev.baton.sla.WorkingHours;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Who is really told.
 *
 * @param person null when there is nobody
 * @param shift when this person works
 * @param insteadOf a sentence that says for whom it was meant, or null when it is the same person
 */
record Reader(Person person, BusinessCalendar shift, String insteadOf) {
  static final Reader NOBODY =
      new Reader(
          null,
          new BusinessCalendar("nobody", ZoneOffset.UTC, WorkingHours.ALWAYS, DaysOff.none()),
          null);

  boolean found() {
    return person != null;
  }

  String id() {
    return found() ? person.id() : null;
  }

  ZoneId zone() {
    return shift.zone();
  }
}
