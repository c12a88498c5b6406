package dev.baton.handoff.merge;

import org.jspecify.annotations.Nullable;

/**
 * Which record is left.
 *
 * @param merged the record that went into it; null when both were one already
 */
public record MergedLeads(String survivor, @Nullable String merged) {}
