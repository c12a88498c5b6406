package dev.baton.web.late;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer that somebody owes, with its deadline.
 *
 * @param paused whether the clock has stood
 * @param opened whether its owner has looked at it
 */
public record OwedAnswer(
    String handoffId,
    String leadId,
    String clock,
    Instant startedAt,
    Instant dueAt,
    @Nullable String owner,
    boolean paused,
    boolean opened) {}
