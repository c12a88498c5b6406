package dev.baton.connect.crm;

import dev.baton.OnPostgres;

/** HubSpot on PostgreSQL. */
@OnPostgres
class HubSpotOnPostgresTest extends HubSpotJourney {}
