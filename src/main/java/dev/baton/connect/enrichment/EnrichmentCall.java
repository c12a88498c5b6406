package dev.baton.connect.enrichment;

/** Question about the company of a lead whose handoff begins. */
record EnrichmentCall(String handoffId, String leadId, String domain) {}
