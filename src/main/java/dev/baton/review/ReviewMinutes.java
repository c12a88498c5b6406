package dev.baton.review;

import dev.baton.people.People;
import dev.baton.people.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Minutes of a review: what it ends with.
 *
 * @param notes by point of the agenda
 * @param attended ids of who was there
 * @param summary what was said beside the agenda
 */
record ReviewMinutes(
    Map<String, String> notes,
    List<Draft> decisions,
    List<String> attended,
    @Nullable String summary) {
  static final String NOTES = "notes";
  static final String DECISIONS = "decisions";
  static final String ATTENDED = "attended";
  static final String SUMMARY = "summary";

  /** A decision before it is one. */
  record Draft(@Nullable String point, String what, Person owner, LocalDate dueOn) {
    DecisionDeadline deadline() {
      return DecisionDeadline.of(dueOn, owner.zone());
    }
  }

  /** Ends with the problem that names all that is wrong, if there is anything. */
  static ReviewMinutes read(
      Map<String, Object> fields, Set<String> points, People people, Instant now) {
    return new MinutesReader(fields, points, people, now).read();
  }
}
