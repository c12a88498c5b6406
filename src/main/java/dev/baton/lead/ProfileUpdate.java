package dev.baton.lead;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Profile fields that one signal tells of a lead.
 *
 * @param signalId the sender's id of the signal, or null where none tells it
 * @param occurredAt the instant at which they were true, by the sender
 */
public record ProfileUpdate(
    String leadId,
    @Nullable String signalId,
    Map<String, String> values,
    Instant occurredAt,
    Instant at) {}
