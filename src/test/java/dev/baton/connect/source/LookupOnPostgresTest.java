package dev.baton.connect.source;

import dev.baton.OnPostgres;

/** Look-ups on PostgreSQL. */
@OnPostgres
class LookupOnPostgresTest extends LookupJourney {}
