package dev.baton.know;

import dev.baton.OnPostgres;

/** Milestones and diagnosis on PostgreSQL. */
@OnPostgres
class PatternOnPostgresTest extends PatternJourney {}
