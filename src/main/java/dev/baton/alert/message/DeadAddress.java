package dev.baton.alert.message;

import java.time.Instant;

/**
 * An address that takes no messages any more.
 *
 * @param person the id of a person, or of a team after {@code team:}
 */
public record DeadAddress(
    String person, String channel, String address, String why, Instant since) {}
