package dev.baton.alert.delivery;

/**
 * What is stuck among a handoff's messages is more or less than before.
 *
 * @param handoffId empty when it is about none
 */
public record FailedDeliveriesChanged(String handoffId) {}
