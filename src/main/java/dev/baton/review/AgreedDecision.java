package dev.baton.review;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.baton.review.minutes.DecisionDeadline;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a review decided: somebody does it by the end of a day.
 *
 * @param point of the agenda
 * @param outcome null while it is open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgreedDecision(
    String id,
    String reviewId,
    @Nullable String point,
    String what,
    String owner,
    @JsonUnwrapped DecisionDeadline deadline,
    Instant agreedAt,
    String agreedBy,
    @JsonUnwrapped @Nullable DecisionResult outcome) {

  @JsonIgnore
  public boolean isOpen() {
    return outcome == null;
  }

  /** {@code open}, {@code overdue}, {@code done} or {@code dropped}. */
  public String state(Instant now) {
    if (outcome != null) {
      return outcome.result();
    }
    return now.isAfter(deadline.dueAt()) ? "overdue" : "open";
  }
}
