package dev.baton.lead;

import java.time.Instant;

/** A visitor was seen for the first time, or a contact detail made it a lead. */
public record LeadIdentified(String leadId, boolean identified, Instant at) {}
