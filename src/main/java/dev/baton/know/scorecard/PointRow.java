package dev.baton.know.scorecard;

/**
 * Points that were learned.
 *
 * @param rule its id in the table
 * @param value what gets them, as the cell of the table says
 * @param low with high the interval of 95 % before rounding
 * @param n cases that had it
 * @param rate how many of them went on
 */
public record PointRow(
    String rule,
    String field,
    String value,
    int points,
    double low,
    double high,
    int n,
    double rate) {}
