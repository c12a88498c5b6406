package dev.baton.web.status;

import dev.baton.OnPostgres;

/** The status on PostgreSQL. */
@OnPostgres
class StatusOnPostgresTest extends StatusJourney {}
