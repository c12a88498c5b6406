package dev.baton.change.backtest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lead that a proposal gains or loses.
 *
 * @param at when it would have been an MQL, or was one
 * @param outcome what became of it, as a sentence; null for one that was never with sales
 */
public record DifferingLead(String leadId, Instant at, @Nullable String outcome) {}
