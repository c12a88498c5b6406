package dev.baton.connect.enrichment;

import dev.baton.OnPostgres;

/** Enrichment on PostgreSQL. */
@OnPostgres
class EnrichmentOnPostgresTest extends EnrichmentJourney {}
