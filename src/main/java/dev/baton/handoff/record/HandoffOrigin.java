package dev.baton.handoff.record;

import org.jspecify.annotations.Nullable;

/**
 * Where the lead came from.
 *
 * @param channel {@code inbound} or {@code outbound}
 * @param handRaise whether a hand-raiser made or sped it up
 * @param source frozen at the MQL, as is the campaign (rule R9)
 */
public record HandoffOrigin(
    String channel, boolean handRaise, @Nullable String source, @Nullable String campaign) {}
