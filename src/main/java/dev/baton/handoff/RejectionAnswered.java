package dev.baton.handoff;

import java.time.Instant;

/** Marketing answered a no: {@code agree}, {@code adjust} or {@code contest}. */
public record RejectionAnswered(
    String handoffId, String leadId, String answer, String by, Instant at) {}
