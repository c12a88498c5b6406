package dev.baton.handoff.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The dimensions at the MQL (rule R9).
 *
 * @param modelsHash of all models that were in force (rule R21); null before it was kept
 * @param policy who judges it, frozen when it opens
 */
public record HandoffDimensions(
    @Nullable String segment,
    @Nullable String territory,
    String band,
    String model,
    @Nullable String modelsHash,
    Instant mqlAt,
    HandoffPolicy policy) {}
