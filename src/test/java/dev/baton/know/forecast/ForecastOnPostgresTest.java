package dev.baton.know.forecast;

import dev.baton.OnPostgres;

/** The forecast on PostgreSQL. */
@OnPostgres
class ForecastOnPostgresTest extends ForecastJourney {}
