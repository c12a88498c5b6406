package dev.baton.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.baton.people.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One occurrence of a review.
 *
 * @param slotAt when the calendar says it begins
 * @param participants the groups whose members take part; empty before it is opened
 * @param deadline from when it is opened
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HandoffReview(
    String id,
    ReviewType kind,
    String title,
    Instant slotAt,
    State state,
    List<String> participants,
    @JsonUnwrapped @Nullable ReviewDeadline deadline,
    @JsonUnwrapped ReviewOutcome outcome) {

  /** Where it stands. */
  public enum State {
    /** Its day is to come. */
    PLANNED,
    /** Its figures are sent; it is to be held. */
    OPEN,
    HELD,
    /** A manager left it out, or nobody held it. */
    SKIPPED
  }

  public boolean isFor(Role role) {
    return role == Role.ADMIN || participants.contains(role.group());
  }

  /** The deadline of a review that was opened. */
  public ReviewDeadline openDeadline() {
    if (deadline == null) {
      throw new IllegalStateException("The review %s was not opened".formatted(id));
    }
    return deadline;
  }
}
