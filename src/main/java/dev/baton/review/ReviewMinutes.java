package dev.baton.review;

import dev.baton.people.People;
import dev.baton.people.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a review ends with, read from whichever door.
 *
 * @param notes by point of the agenda
 * @param attended ids of who was there
 * @param summary what was said beside the agenda, or null
 */
record ReviewMinutes(
    Map<String, String> notes, List<Draft> decisions, List<String> attended, String summary) {
  static final String NOTES = "notes";
  static final String DECISIONS = "decisions";
  static final String ATTENDED = "attended";
  static final String SUMMARY = "summary";

  /** A decision before it is one. */
  record Draft(String point, String what, Person owner, LocalDate dueOn) {
    /** The end of its day on its owner's clock. */
    Instant dueAt() {
      return dueOn.plusDays(1).atStartOfDay(owner.zone()).toInstant();
    }

    /** In the morning of that day. */
    Instant warnAt() {
      return dueOn.atTime(9, 0).atZone(owner.zone()).toInstant();
    }
  }

  /** Ends with the problem that names all that is wrong, if there is anything. */
  static ReviewMinutes read(
      Map<String, Object> fields, Set<String> points, People people, Instant now) {
    return new MinutesReader(fields, points, people, now).read();
  }
}
