package dev.baton.rejection;

import java.time.Instant;

/**
 * What a process beside the handoff goes on with after a reply.
 *
 * @param warnAt of the decision on a contest; null without one
 */
public record ReplyResult(String word, String leadId, Instant warnAt, Instant dueAt) {}
