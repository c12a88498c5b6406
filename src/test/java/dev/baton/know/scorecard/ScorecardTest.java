package dev.baton.know.scorecard;

import dev.baton.OnH2;

/** Scorecards on H2. */
@OnH2
class ScorecardTest extends ScorecardJourney {}
