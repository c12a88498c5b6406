package dev.baton.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Result of a decision.
 *
 * @param result {@code done} or {@code dropped}
 * @param note what came of it, or why it was dropped
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DecisionResult(
    String result, @Nullable String note, Instant closedAt, String closedBy) {}
