package dev.baton.web.call;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Open lead of a rep with its last attempt; everything of the attempt is null before the first.
 *
 * @param attempts since they last spoke
 * @param dueAt of its running question
 */
record LastAttempt(
    String handoffId,
    String leadId,
    int attempts,
    @Nullable String kind,
    @Nullable String outcome,
    @Nullable String countsAs,
    @Nullable Instant recordedAt,
    @Nullable Instant nextAt,
    @Nullable Instant dueAt) {}
