package dev.baton.connect.connection;

import dev.baton.alert.message.DeliveryOutcome;

/**
 * How a system took something.
 *
 * @param calls how many calls of the day's quota it cost
 */
public record DeliveryAttempt(DeliveryOutcome outcome, int calls) {}
