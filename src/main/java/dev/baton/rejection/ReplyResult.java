package dev.baton.rejection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Result of a reply, with which its process goes on.
 *
 * @param warnAt of the decision on a contest; null without one, as is {@code dueAt}
 */
public record ReplyResult(
    String word, String leadId, @Nullable Instant warnAt, @Nullable Instant dueAt) {

  static ReplyResult of(String word, String leadId) {
    return new ReplyResult(word, leadId, null, null);
  }
}
