package dev.baton.connect.enrichment;

import dev.baton.OnH2;

/** Enrichment on H2. */
@OnH2
class EnrichmentTest extends EnrichmentJourney {}
