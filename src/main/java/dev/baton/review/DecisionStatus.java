package dev.baton.review;

/**
 * Decision and where it stands.
 *
 * @param state {@code open}, {@code overdue}, {@code done} or {@code dropped}
 */
public record DecisionStatus(String state, AgreedDecision decision) {}
