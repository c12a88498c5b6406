package dev.baton.handoff.record;

/** One reason: the code that is kept, the words that a person reads. */
public record RejectionReason(String code, String label) {}
