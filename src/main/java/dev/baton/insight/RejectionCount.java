package dev.baton.insight;

/** How often a question got a no for one reason. */
record RejectionCount(String dimension, String question, String reason, long count) {}
