package dev.baton.connect.connection;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fact as other systems hear it.
 *
 * @param key the same for the same fact for ever
 * @param at when it happened; of a message when it is due, which may lie ahead
 * @param content ids, codes, numbers and instants; nothing that names a lead
 */
public record OutboundFact(
    String key,
    FactKind kind,
    String leadId,
    @Nullable String handoffId,
    Instant at,
    Map<String, Object> content) {}
