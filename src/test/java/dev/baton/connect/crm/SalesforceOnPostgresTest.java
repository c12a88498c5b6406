package dev.baton.connect.crm;

import dev.baton.OnPostgres;

/** Salesforce on PostgreSQL. */
@OnPostgres
class SalesforceOnPostgresTest extends SalesforceJourney {}
