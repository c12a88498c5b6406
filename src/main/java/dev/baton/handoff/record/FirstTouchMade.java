package dev.baton.handoff.record;

import java.time.Instant;

/**
 * Sales reached out to the lead for the first time.
 *
 * @param by whose touch it was
 */
public record FirstTouchMade(String handoffId, String leadId, String by, Instant at) {}
