package dev.baton.alert.delivery;

import java.time.Instant;

/**
 * Failure of a delivery.
 *
 * @param why what its last attempt ended with
 * @param at since when it should have arrived
 */
public record DeliveryFailure(String why, int attempts, Instant at) {}
