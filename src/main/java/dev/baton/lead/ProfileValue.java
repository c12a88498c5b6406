package dev.baton.lead;

import java.time.Instant;

/**
 * One dated value of a lead's profile.
 *
 * @param field the contract's field name, such as {@code companySize} or {@code consent.email}
 * @param occurredAt the instant at which it was true, by the sender
 * @param recordedAt the instant at which we learned it
 */
public record ProfileValue(String field, String content, Instant occurredAt, Instant recordedAt) {}
