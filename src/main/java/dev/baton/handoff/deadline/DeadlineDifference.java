package dev.baton.handoff.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An open clock whose promise would be another one today.
 *
 * @param wouldBeDueAt by the policies and calendars in force now; null: none promises anything
 * @param movable false when that instant has passed
 */
public record DeadlineDifference(
    String handoffId,
    String leadId,
    @Nullable String owner,
    String clock,
    int round,
    Instant dueAt,
    @Nullable Instant wouldBeDueAt,
    boolean movable) {}
