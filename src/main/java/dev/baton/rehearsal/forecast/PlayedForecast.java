package dev.baton.rehearsal.forecast;

import java.util.List;

/**
 * What came of a forecast.
 *
 * @param events in their order
 * @param failures what couldn't be played on, each with its step and why
 */
public record PlayedForecast(List<ForecastEvent> events, List<String> failures) {}
