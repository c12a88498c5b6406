package dev.baton.stage;

import dev.baton.score.LeadScored;

/** A hand-raiser whose fit fails the definition: marketing is told instead of sales (rule R5). */
public record HandRaiseDeclined(LeadScored cause, String reason) {}
