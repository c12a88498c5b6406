package dev.baton.know.milestone;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who reached the start: a handoff, or a person where that is LEAD.
 *
 * @param at when it reached the start
 * @param wentOnAt when it reached the goal, or null
 * @param ended how it ended without the goal, such as {@code review, low_intent}, or null
 */
record StageEntrant(
    String leadId,
    Instant at,
    @Nullable Instant wentOnAt,
    @Nullable String ended,
    String band,
    @Nullable String source,
    @Nullable String rep) {

  boolean wentOn() {
    return wentOnAt != null;
  }

  boolean isSettled(Instant before) {
    return wentOn() || ended != null || at.isBefore(before);
  }
}
