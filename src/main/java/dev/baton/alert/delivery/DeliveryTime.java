package dev.baton.alert.delivery;

import java.time.Instant;

/**
 * When somebody is told.
 *
 * @param daily in the digest of the day
 */
public record DeliveryTime(Instant at, boolean daily) {}
