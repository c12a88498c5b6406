package dev.baton.handoff.answer;

import java.time.Instant;
import java.util.Map;
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
  private static final Map<String, String> KINDS =
      Map.of(
          "call", "Called",
          "email", "Wrote an e-mail",
          "meeting", "Had a meeting",
          "message", "Wrote");
  private static final Map<String, String> OUTCOMES =
      Map.of(
          "connected", "spoke with them",
          "left_message", "left a message",
          "no_answer", "no answer",
          "replied", "they replied",
          "bounced", "it bounced");

  /** What somebody did and what came of it, such as {@code Called, no answer}. */
  public String words() {
    return words(kind, outcome);
  }

  public static String words(String kind, @Nullable String outcome) {
    String did = KINDS.getOrDefault(kind, kind);
    return outcome == null ? did : did + ", " + OUTCOMES.getOrDefault(outcome, outcome);
  }
}
