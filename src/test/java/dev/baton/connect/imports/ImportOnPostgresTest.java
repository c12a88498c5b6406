package dev.baton.connect.imports;

import dev.baton.OnPostgres;

/** Imports on PostgreSQL. */
@OnPostgres
class ImportOnPostgresTest extends ImportJourney {}
