package dev.baton.alert.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a row begins with.
 *
 * @param error why it is skipped at once
 * @param told it counts as sent already, and goes nowhere
 * @param daily goes out in the digest of its day
 * @param mailId of a mail to a lead, which is written when it is sent
 */
public record NoticeDraft(
    String subject,
    String body,
    String briefing,
    @Nullable String error,
    boolean told,
    Instant now,
    Instant next,
    boolean daily,
    @Nullable String mailId) {}
