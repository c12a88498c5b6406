package dev.baton.insight;

/**
 * How many reached each stage.
 *
 * @param dimension the row's key; null for the total
 * @param salByRule how many SALs no person accepted; {@code sqlByRule} nobody qualified
 */
record FunnelCounts(
    String dimension,
    long leads,
    long mql,
    long sal,
    long sql,
    long salByRule,
    long sqlByRule,
    long opportunity,
    long customer,
    long lost,
    Double medianHoursToSql) {}
