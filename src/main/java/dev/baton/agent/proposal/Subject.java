package dev.baton.agent.proposal;

import org.jspecify.annotations.Nullable;

/**
 * What a proposal is about.
 *
 * @param handoffId the lead's last one, or null where it was never handed over
 * @param occasion what happened, by a key that is unique for the agent
 */
public record Subject(String leadId, @Nullable String handoffId, String occasion) {}
