package dev.baton.know.attribution;

import java.util.List;

/**
 * Which part of the goals belongs to what.
 *
 * @param n goals reached: what the funnel counts for the same basis and range
 * @param traced goals with at least one signal that could have a part; the others are (none)
 * @param rows the most credits first
 */
public record AttributionReport(
    String model,
    String goal,
    String by,
    String basis,
    long n,
    long traced,
    List<AttributionRow> rows,
    AttributionRow total) {}
