package dev.baton.handoff.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A handoff ended.
 *
 * @param result {@code won}, {@code lost}, {@code rejected}, {@code disqualified}, {@code merged}
 *     or {@code erased}
 * @param stage the stage's question at which it was rejected: {@code review}, {@code
 *     qualification}, {@code first_touch} or {@code opportunity}
 * @param reason a code of the taxonomy; null when won
 */
public record HandoffClosed(
    String handoffId,
    String leadId,
    String result,
    String stage,
    @Nullable String reason,
    @Nullable String owner,
    String by,
    Instant at) {}
