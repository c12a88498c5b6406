package dev.baton.handoff.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it began.
 *
 * @param startedAt the instant of the fact from which it counts (rule R2)
 * @param recordedAt when our own step started it, which may have been later
 * @param ownedAt when somebody took it, or null
 */
public record DeadlineStart(Instant startedAt, Instant recordedAt, @Nullable Instant ownedAt) {}
