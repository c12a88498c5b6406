package dev.baton.rejection;

import java.time.Instant;

/** Event: sales rejected a lead and marketing has to reply. */
public record RejectionOpened(String handoffId, String leadId, Instant at, Instant dueAt) {}
