package dev.baton.alert.delivery;

import java.time.Instant;

/**
 * A message, an answer or the rewriting of a message whose attempts are used up.
 *
 * @param id by which it is tried again, such as {@code notice-12}
 * @param what {@code notice}, {@code answer} (given in Slack) or {@code rewrite} (of a message in
 *     Slack)
 * @param to whom it was for: a person's id, or who acted in Slack
 * @param at since when it should have arrived
 */
public record FailedDelivery(
    String id,
    String what,
    String channel,
    String handoffId,
    String leadId,
    String to,
    String subject,
    String why,
    int attempts,
    Instant at) {}
