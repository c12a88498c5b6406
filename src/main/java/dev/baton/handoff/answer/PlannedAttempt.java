package dev.baton.handoff.answer;

import java.time.Instant;

/**
 * A planned attempt whose time has come.
 *
 * @param id of the touch that planned it
 */
public record PlannedAttempt(long id, String handoffId, Instant nextAt) {}
