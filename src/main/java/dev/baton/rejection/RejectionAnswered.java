package dev.baton.rejection;

import java.time.Instant;

/**
 * Event: marketing replied to a rejection with {@code agree}, {@code adjust} or {@code contest}.
 */
public record RejectionAnswered(
    String handoffId, String leadId, String answer, String by, Instant at) {}
