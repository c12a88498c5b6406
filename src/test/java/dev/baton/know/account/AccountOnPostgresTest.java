package dev.baton.know.account;

import dev.baton.OnPostgres;

/** Companies on PostgreSQL. */
@OnPostgres
class AccountOnPostgresTest extends AccountJourney {}
