package dev.baton.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.baton.people.Role;
import java.time.Instant;
import java.util.List;

/**
 * One occurrence of a review.
 *
 * @param slotAt when the calendar says it begins
 * @param participants the groups whose members take part; empty before it is opened
 * @param dueAt by when it is to be held
 * @param closedBy who held or skipped it; null also when nobody did anything
 * @param why it was skipped, or null
 * @param attended ids of who was there
 * @param summary what was said beside the agenda, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HandoffReview(
    String id,
    ReviewType kind,
    String title,
    Instant slotAt,
    State state,
    List<String> participants,
    Instant openedAt,
    Instant warnAt,
    Instant dueAt,
    Instant closedAt,
    String closedBy,
    String why,
    List<String> attended,
    String summary) {

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
}
