package dev.baton.handoff.answer;

import dev.baton.alert.text.Wording;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt.
 *
 * @param countsAs what it came to, as a {@link TouchVerdict} says it
 * @param at when it happened, a note; the recording instant counts
 */
public record Touch(
    String kind,
    @Nullable String outcome,
    String countsAs,
    Instant at,
    @Nullable Instant nextAt,
    @Nullable String note,
    String by,
    Instant recordedAt) {

  /** What somebody did and what came of it, such as {@code Called, no answer}. */
  public static String words(String kind, @Nullable String outcome, Wording wording) {
    String did = wording.known("touch_" + kind).orElse(kind);
    return outcome == null ? did : did + ", " + wording.known("outcome_" + outcome).orElse(outcome);
  }
}
