package dev.baton.handoff;

import java.time.Instant;

/** A lead's rest after a no is over: from now on its score counts again (rule R8). */
public record LeadWoke(String handoffId, String leadId, String reason, Instant at) {}
