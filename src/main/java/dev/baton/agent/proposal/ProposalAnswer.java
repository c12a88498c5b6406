package dev.baton.agent.proposal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided, or why nobody is asked any more.
 *
 * @param text as it was approved, or null
 * @param reason of a rejection or of a withdrawal, or null
 * @param by null where Baton withdrew the proposal
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProposalAnswer(
    @Nullable String text, @Nullable String reason, @Nullable String by, Instant at) {}
