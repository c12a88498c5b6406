package dev.baton.handoff.held;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer that can still be taken back (rule R27).
 *
 * @param givenAt the instant that meets the clock
 * @param appliesAt when it is recorded
 * @param refused why it could not be recorded, such as that a colleague was faster; else null
 */
public record HeldAnswer(
    long id,
    String handoffId,
    String question,
    Map<String, Object> fields,
    String by,
    Instant givenAt,
    Instant appliesAt,
    @Nullable String refused) {}
