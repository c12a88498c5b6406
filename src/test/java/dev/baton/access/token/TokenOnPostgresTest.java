package dev.baton.access.token;

import dev.baton.OnPostgres;

/** Tokens on PostgreSQL. */
@OnPostgres
class TokenOnPostgresTest extends TokenJourney {}
