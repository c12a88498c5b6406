package dev.baton.web.lead;

import dev.baton.OnPostgres;

/** The list of leads on PostgreSQL. */
@OnPostgres
class LeadListOnPostgresTest extends LeadListJourney {}
