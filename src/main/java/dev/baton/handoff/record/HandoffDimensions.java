package dev.baton.handoff.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The dimensions at the MQL (rule R9).
 *
 * @param policy who judges it, frozen when it opens
 */
public record HandoffDimensions(
    @Nullable String segment,
    @Nullable String territory,
    String band,
    String model,
    Instant mqlAt,
    HandoffPolicy policy) {}
