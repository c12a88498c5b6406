package dev.baton.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Outcome of a review: held or skipped, by whom, and what was said.
 *
 * @param closedBy who held or skipped it; null also when nobody did anything
 * @param why it was skipped
 * @param attended ids of who was there
 * @param summary what was said beside the agenda
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReviewOutcome(
    @Nullable Instant closedAt,
    @Nullable String closedBy,
    @Nullable String why,
    List<String> attended,
    @Nullable String summary) {
  /** Of a review that is still to be held. */
  static final ReviewOutcome NONE = new ReviewOutcome(null, null, null, List.of(), null);
}
