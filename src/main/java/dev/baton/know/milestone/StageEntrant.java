package dev.baton.know.milestone;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who reached the start: a handoff, or a person where that is LEAD.
 *
 * @param at when it reached the start
 * @param wentOnAt when it reached the goal, or null
 * @param ended how it ended without the goal, or null
 */
record StageEntrant(
    String leadId,
    Instant at,
    @Nullable Instant wentOnAt,
    @Nullable Ending ended,
    String band,
    @Nullable String source,
    @Nullable String rep) {

  boolean wentOn() {
    return wentOnAt != null;
  }

  boolean isSettled(Instant before) {
    return wentOn() || ended != null || at.isBefore(before);
  }

  /**
   * An end without the goal.
   *
   * @param question at which it ended, such as {@code review}; null: at none that is asked
   * @param reason code of the taxonomy, or null
   */
  record Ending(@Nullable String question, @Nullable String reason) {}
}
