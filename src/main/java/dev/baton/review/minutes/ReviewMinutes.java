package dev.baton.review.minutes;

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
public record ReviewMinutes(
    Map<String, String> notes,
    List<Draft> decisions,
    List<String> attended,
    @Nullable String summary) {
  public static final String NOTES = "notes";
  public static final String DECISIONS = "decisions";
  public static final String ATTENDED = "attended";
  static final String SUMMARY = "summary";

  /** A decision before it is one. */
  public record Draft(@Nullable String point, String what, Person owner, LocalDate dueOn) {
    public DecisionDeadline deadline() {
      return DecisionDeadline.of(dueOn, owner.zone());
    }
  }

  /** Ends with the problem that names all that is wrong, if there is anything. */
  public static ReviewMinutes read(
      Map<String, Object> fields, Set<String> points, People people, Instant now) {
    return new MinutesReader(fields, points, people, now).read();
  }
}
