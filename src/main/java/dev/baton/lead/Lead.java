package dev.baton.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's identity; a visitor is a lead of which no contact detail is known yet.
 *
 * @param source the first one that a signal named, never overwritten (rule R9); so the campaign
 * @param channel the last one named, else null
 */
public record Lead(
    String id,
    @Nullable String email,
    @Nullable String externalId,
    boolean identified,
    @Nullable String accountId,
    @Nullable String source,
    @Nullable String campaign,
    @Nullable Channel channel,
    Instant createdAt) {}
