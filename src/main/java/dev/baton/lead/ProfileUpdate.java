package dev.baton.lead;

import java.time.Instant;
import java.util.Map;

/**
 * Profile fields that one signal tells of a lead.
 *
 * @param occurredAt the instant at which they were true, by the sender
 */
public record ProfileUpdate(
    String leadId, Map<String, String> values, Instant occurredAt, Instant at) {}
