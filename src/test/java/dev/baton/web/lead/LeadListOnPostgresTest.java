package dev.baton.web.lead;

import dev.baton.OnPostgres;
import org.junit.jupiter.api.Tag;

/** The list of leads on PostgreSQL. */
@OnPostgres
@Tag("nightly")
class LeadListOnPostgresTest extends LeadListJourney {}
