package dev.baton.insight.rejection;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One reason of one key; the total has neither.
 *
 * @param stage the question that was answered with the rejection
 * @param share of all that the key's handoffs were rejected for; null without any
 * @param kind {@code quality} of the lead or {@code execution} of the work on it; null when nobody
 *     said which
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RejectionReasonRow(
    @Nullable String key,
    @Nullable String stage,
    @Nullable String reason,
    long count,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double share,
    @Nullable String kind) {}
