package dev.baton.rehearsal.forecast;

import org.jspecify.annotations.Nullable;

/**
 * How far a forecast is.
 *
 * @param result null until it is done
 */
public record ForecastProgress(int percent, @Nullable PlayedForecast result) {}
