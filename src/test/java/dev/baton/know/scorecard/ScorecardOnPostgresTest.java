package dev.baton.know.scorecard;

import dev.baton.OnPostgres;
import org.junit.jupiter.api.Tag;

/** Scorecards on PostgreSQL. */
@Tag("nightly")
@OnPostgres
class ScorecardOnPostgresTest extends ScorecardJourney {}
