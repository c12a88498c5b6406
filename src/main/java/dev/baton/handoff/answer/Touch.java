package dev.baton.handoff.answer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt.
 *
 * @param countsAs what it came to, as a {@link TouchVerdict} says it
 * @param at when it happened, a note; the recording instant counts
 */
public record Touch(
    String kind,
    @Nullable String outcome,
    String countsAs,
    Instant at,
    @Nullable Instant nextAt,
    @Nullable String note,
    String by,
    Instant recordedAt) {}
