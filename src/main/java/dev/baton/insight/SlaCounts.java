package dev.baton.insight;

/**
 * Verdicts of deadlines.
 *
 * @param dimension the row's key, with {@code watch} its clock; both null for the total
 */
record SlaCounts(
    String dimension,
    String watch,
    long met,
    long missed,
    long open,
    long voided,
    Double p50Hours,
    Double p95Hours) {}
