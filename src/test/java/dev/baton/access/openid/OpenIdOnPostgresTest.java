package dev.baton.access.openid;

import dev.baton.OnPostgres;

/** Logins by a provider on PostgreSQL. */
@OnPostgres
class OpenIdOnPostgresTest extends OpenIdJourney {}
