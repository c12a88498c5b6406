package dev.baton.alert.delivery;

/**
 * Something is there to be sent.
 *
 * @param work whose it is, such as the worker of a channel
 */
public record DeliveryDue(String work) {}
