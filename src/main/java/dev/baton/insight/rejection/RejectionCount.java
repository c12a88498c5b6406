package dev.baton.insight.rejection;

/** How often a question was answered with a rejection for one reason. */
public record RejectionCount(String dimension, String question, String reason, long count) {}
