package dev.baton.handoff.deadline;

/** A clock started, moved, got its verdict or was voided; carries it whole. */
public record DeadlineChanged(Deadline deadline, String leadId, String team) {}
