package dev.baton.connect.ads;

import dev.baton.OnPostgres;

/** Audiences on PostgreSQL. */
@OnPostgres
class AudienceOnPostgresTest extends AudienceJourney {}
