package dev.baton.handoff.answer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt.
 *
 * @param at when it happened, a note; the recording instant counts
 */
public record Touch(
    String kind,
    @Nullable String outcome,
    Instant at,
    @Nullable Instant nextAt,
    @Nullable String note,
    String by,
    Instant recordedAt) {}
