package dev.baton.agent.proposal;

/**
 * What a proposal is about.
 *
 * @param handoffId the lead's last one
 * @param occasion what happened, by a key that is unique for the agent
 */
public record Subject(String leadId, String handoffId, String occasion) {}
