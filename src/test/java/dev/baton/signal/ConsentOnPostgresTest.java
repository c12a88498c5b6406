package dev.baton.signal;

import dev.baton.OnPostgres;

/** Consent on PostgreSQL. */
@OnPostgres
class ConsentOnPostgresTest extends ConsentJourney {}
