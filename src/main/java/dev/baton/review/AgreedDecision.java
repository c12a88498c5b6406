package dev.baton.review;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Something that a review decided: somebody does it by the end of a day.
 *
 * @param point of the agenda, or null
 * @param dueAt the end of that day on its owner's clock
 * @param result {@code done} or {@code dropped}; null while it is open
 * @param note what came of it, or why it was dropped
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgreedDecision(
    String id,
    String reviewId,
    String point,
    String what,
    String owner,
    LocalDate dueOn,
    Instant warnAt,
    Instant dueAt,
    Instant agreedAt,
    String agreedBy,
    String result,
    String note,
    Instant closedAt,
    String closedBy) {

  @JsonIgnore
  public boolean isOpen() {
    return result == null;
  }

  /** {@code open}, {@code overdue}, {@code done} or {@code dropped}. */
  public String state(Instant now) {
    if (!isOpen()) {
      return result;
    }
    return now.isAfter(dueAt) ? "overdue" : "open";
  }
}
