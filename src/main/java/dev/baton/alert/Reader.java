package dev.baton.alert;

import dev.baton.people.Person;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Who is really told.
 *
 * @param person null when there is nobody
 * @param insteadOf a sentence that says for whom it was meant, or null when it is the same person
 */
record Reader(Person person, String insteadOf) {

  boolean found() {
    return person != null;
  }

  String id() {
    return found() ? person.id() : null;
  }

  ZoneId zone() {
    return found() ? person.zone() : ZoneOffset.UTC;
  }
}
