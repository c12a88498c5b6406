package dev.baton.rejection;

import java.time.Instant;

/**
 * Result of a reply, with which its process goes on.
 *
 * @param warnAt of the decision on a contest; null without one
 */
public record ReplyResult(String word, String leadId, Instant warnAt, Instant dueAt) {}
