package dev.baton.agent.proposal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided.
 *
 * @param text as it was approved, or null
 * @param reason of a rejection, or null
 */
public record ProposalAnswer(
    @Nullable String text, @Nullable String reason, String by, Instant at) {}
