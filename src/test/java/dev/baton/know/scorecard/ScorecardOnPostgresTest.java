package dev.baton.know.scorecard;

import dev.baton.OnPostgres;

/** Scorecards on PostgreSQL. */
@OnPostgres
class ScorecardOnPostgresTest extends ScorecardJourney {}
