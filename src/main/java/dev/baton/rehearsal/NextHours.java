package dev.baton.rehearsal;

import dev.baton.rehearsal.forecast.ForecastEvent;
import java.time.Instant;
import java.util.List;

/**
 * What comes due in the next hours when nobody answers.
 *
 * @param at as of when
 * @param rows by instant
 * @param failures what couldn't be played on
 * @param leftOut how many handoffs of which only the misses are told, not what follows them
 */
public record NextHours(
    Instant at,
    Instant until,
    List<ForecastEvent> rows,
    List<String> failures,
    int handoffs,
    int leftOut) {}
