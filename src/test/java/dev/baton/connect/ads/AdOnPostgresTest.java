package dev.baton.connect.ads;

import dev.baton.OnPostgres;

/** Ad platforms on PostgreSQL. */
@OnPostgres
class AdOnPostgresTest extends AdJourney {}
