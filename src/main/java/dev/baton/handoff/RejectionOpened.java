package dev.baton.handoff;

import java.time.Instant;

/** Sales said no; marketing owes an answer to it. */
public record RejectionOpened(String handoffId, String leadId, Instant at, Instant dueAt) {}
