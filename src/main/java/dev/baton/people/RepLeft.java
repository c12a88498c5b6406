package dev.baton.people;

import java.time.Instant;

/**
 * Event: a person takes no leads any more, being inactive or not in sales; told in the transaction
 * that decided it, which holds the person's row.
 */
public record RepLeft(String personId, Instant at) {}
