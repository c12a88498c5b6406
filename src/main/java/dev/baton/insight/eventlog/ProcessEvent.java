package dev.baton.insight.eventlog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event of a handoff.
 *
 * @param handoff the case
 * @param activity such as {@code Review: accept} or {@code Missed: review}
 * @param resource user id of who did it, or whose deadline it was; null for what nobody did
 */
public record ProcessEvent(
    String handoff,
    String activity,
    Instant at,
    @Nullable String resource,
    String lead,
    @Nullable String source,
    @Nullable String segment,
    @Nullable String band,
    @Nullable String team) {}
