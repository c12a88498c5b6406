package dev.baton.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a channel does.
 *
 * @param missing which setting it lacks; null: it is set up
 * @param waiting notices that are still to be sent over it
 * @param waitingSince when the oldest of them was recorded
 * @param heldUntil it asked us to slow down until then
 * @param error of the last notice that could not be sent within 30 days
 */
public record ChannelState(
    String channel,
    String name,
    @Nullable String missing,
    int waiting,
    @Nullable Instant waitingSince,
    @Nullable Instant lastSentAt,
    @Nullable Instant heldUntil,
    @Nullable String error,
    @Nullable Instant errorAt) {}
