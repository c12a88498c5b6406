package dev.baton.know.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a company without a person, and what it is worth to each of its leads.
 *
 * @param sender who said it
 * @param points by the tables in force now, {@code full} of them at first
 * @param fadesAt when nothing is left of them; null where there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CompanyNews(
    String type,
    String sender,
    Instant occurredAt,
    int points,
    int full,
    @Nullable Instant fadesAt) {}
