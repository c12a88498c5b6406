package dev.baton.handoff.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One answer.
 *
 * @param question the clock's name: {@code review}, {@code qualification}, …, or {@code outcome},
 *     or {@code reassign}, {@code claim}, {@code decline} or {@code restart}
 * @param content the rest of the answer as JSON, or null
 */
public record AnswerEntry(
    String question,
    String decision,
    @Nullable String reason,
    @Nullable String note,
    @Nullable String content,
    String answeredBy,
    Instant answeredAt) {

  /** Without more to say. */
  public static AnswerEntry of(String question, String decision, String by, Instant at) {
    return new AnswerEntry(question, decision, null, null, null, by, at);
  }
}
