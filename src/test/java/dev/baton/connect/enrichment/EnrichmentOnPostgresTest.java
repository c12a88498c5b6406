package dev.baton.connect.enrichment;

import dev.baton.OnPostgres;
import org.junit.jupiter.api.Tag;

/** Enrichment on PostgreSQL. */
@Tag("nightly")
@OnPostgres
class EnrichmentOnPostgresTest extends EnrichmentJourney {}
