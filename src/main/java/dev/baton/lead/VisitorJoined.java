package dev.baton.lead;

import java.time.Instant;

/**
 * An anonymous visitor turned out to be a known lead; what it did belongs to that lead from now.
 */
public record VisitorJoined(String visitorLeadId, String leadId, Instant at) {}
