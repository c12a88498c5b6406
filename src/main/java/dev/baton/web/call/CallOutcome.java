package dev.baton.web.call;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Outcome of a call that a rep may log with one key, and what follows from it.
 *
 * @param nextAt by when it is tried again, as the retry plan says; null where it isn't
 * @param advice what the retry plan says
 */
record CallOutcome(String code, String label, @Nullable Instant nextAt, String advice) {}
