package dev.baton.handoff.lifecycle;

/**
 * Fact: somebody asks for another owner of a handoff. What was said of it before that and is held
 * still (rule R27) is recorded first.
 */
public record OwnerChangeAsked(String handoffId) {}
