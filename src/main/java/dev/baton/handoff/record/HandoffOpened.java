package dev.baton.handoff.record;

import java.time.Instant;

/**
 * A lead became an MQL and its handoff began; the dimensions are frozen here (rule R9).
 *
 * @param cycle counts the lead's handoffs from 1
 * @param model the scoring model that made it, such as {@code two-axis v1}
 */
public record HandoffOpened(
    String handoffId,
    String leadId,
    int cycle,
    String channel,
    String source,
    String campaign,
    String segment,
    String band,
    String model,
    Instant at) {}
