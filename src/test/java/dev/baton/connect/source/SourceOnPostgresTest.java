package dev.baton.connect.source;

import dev.baton.OnPostgres;

/** Sources on PostgreSQL. */
@OnPostgres
class SourceOnPostgresTest extends SourceJourney {}
