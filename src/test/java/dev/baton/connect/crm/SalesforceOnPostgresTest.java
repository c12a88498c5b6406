package dev.baton.connect.crm;

import dev.baton.OnPostgres;
import org.junit.jupiter.api.Tag;

/** Salesforce on PostgreSQL. */
@Tag("nightly")
@OnPostgres
class SalesforceOnPostgresTest extends SalesforceJourney {}
