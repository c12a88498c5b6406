package dev.baton.connect.crm;

import dev.baton.OnPostgres;
import org.junit.jupiter.api.Tag;

/** HubSpot on PostgreSQL. */
@Tag("nightly")
@OnPostgres
class HubSpotOnPostgresTest extends HubSpotJourney {}
