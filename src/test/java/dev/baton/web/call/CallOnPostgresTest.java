package dev.baton.web.call;

import dev.baton.OnPostgres;

/** Calls on PostgreSQL. */
@OnPostgres
class CallOnPostgresTest extends CallJourney {}
