package dev.baton.handoff.record;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The value of a deal was recorded, at its opening or when it was won.
 *
 * @param currency ISO 4217 code
 */
public record DealRecorded(
    String handoffId, String leadId, BigDecimal amount, String currency, Instant at) {}
