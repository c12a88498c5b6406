package dev.baton.handoff;

import java.time.Instant;

/** A handoff has an owner, or another one. */
public record OwnerAssigned(
    String handoffId, String leadId, String owner, String team, String by, Instant at) {}
