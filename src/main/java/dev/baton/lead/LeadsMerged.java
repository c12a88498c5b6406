package dev.baton.lead;

import java.time.Instant;

/** Two records were the same person: what belonged to one belongs to the other from now. */
public record LeadsMerged(String leadId, String into, String by, Instant at) {}
