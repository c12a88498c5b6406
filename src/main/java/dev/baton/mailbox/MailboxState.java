package dev.baton.mailbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the mailbox is.
 *
 * @param on whether one is set up at all
 * @param place which folder of whom
 * @param readAt when it was read last, to its end or not
 * @param waiting so many mails were left to read then
 * @param unreadable so many were passed over since the beginning, because they can't be read
 * @param failingSince since when it can't be read; null: it can
 * @param error why not
 */
public record MailboxState(
    boolean on,
    @Nullable String place,
    @Nullable Instant readAt,
    int waiting,
    long unreadable,
    @Nullable Instant failingSince,
    @Nullable String error) {
  static final MailboxState OFF = new MailboxState(false, null, null, 0, 0, null, null);
}
