package dev.baton.insight;

/**
 * How many reached each stage.
 *
 * @param dimension the row's key; null for the total
 */
record FunnelCounts(
    String dimension,
    long leads,
    long mql,
    long sal,
    long sql,
    long opportunity,
    long customer,
    long lost,
    Double medianHoursToSql) {}
