package dev.baton.lead.account;

import dev.baton.OnPostgres;

/** Matching of leads and companies on PostgreSQL. */
@OnPostgres
class AccountMatchOnPostgresTest extends AccountMatchJourney {}
