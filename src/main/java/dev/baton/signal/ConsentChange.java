package dev.baton.signal;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a lead allowed or withdrew at once.
 *
 * @param recordedAt when Baton learned it
 * @param saidAt when it was said, by whoever told it
 * @param ways of contact, such as {@code email}, and whether each is allowed from then on
 * @param text the words that the lead agreed to; null: none were told
 * @param source where it was said, such as the source of a form; else the act, or Baton itself
 */
public record ConsentChange(
    Instant recordedAt,
    Instant saidAt,
    Map<String, Boolean> ways,
    @Nullable String text,
    String source) {}
