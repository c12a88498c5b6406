package dev.baton.insight.rollup;

/**
 * Counts of a slice with their durations.
 *
 * @param approximate whether percentiles may be 1 % off
 */
public record RollUpSums(Aggregates cells, boolean approximate) {}
