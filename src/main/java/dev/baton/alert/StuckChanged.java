package dev.baton.alert;

/**
 * What is stuck among a handoff's messages is more or less than before.
 *
 * @param handoffId empty when it is about none
 */
public record StuckChanged(String handoffId) {}
