package dev.baton.insight.funnel;

/** How often a question got a no for one reason. */
public record RejectionCount(String dimension, String question, String reason, long count) {}
