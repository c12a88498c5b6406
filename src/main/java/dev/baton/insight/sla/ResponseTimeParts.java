package dev.baton.insight.sla;

import org.jspecify.annotations.Nullable;

/**
 * Median hours of each part of the time of answered clocks; medians don't sum to the median of the
 * whole. Each is at most 1 % off.
 */
public record ResponseTimeParts(
    String key,
    String clock,
    long answered,
    @Nullable Double system,
    @Nullable Double queue,
    @Nullable Double business,
    @Nullable Double paused,
    @Nullable Double afterHours) {}
