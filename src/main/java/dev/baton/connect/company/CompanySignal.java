package dev.baton.connect.company;

import java.time.Instant;

/**
 * Something that is known of a company, such as a round of funding.
 *
 * @param sender who said it, with {@code signalId} once for ever
 * @param domain the registrable one of the company
 * @param content the signal as its leads are told it: JSON of the contract without lead and id
 */
public record CompanySignal(
    String sender,
    String signalId,
    String domain,
    String type,
    Instant occurredAt,
    String content) {}
