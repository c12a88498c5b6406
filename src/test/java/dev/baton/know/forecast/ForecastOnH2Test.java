package dev.baton.know.forecast;

import dev.baton.OnH2;

/** The forecast on H2. */
@OnH2
class ForecastOnH2Test extends ForecastJourney {}
