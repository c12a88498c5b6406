package dev.baton.handoff.deadline;

import org.jspecify.annotations.Nullable;

/** A clock started, moved, got its verdict or was voided; carries it whole. */
public record DeadlineChanged(Deadline deadline, String leadId, @Nullable String team) {}
