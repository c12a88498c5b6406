package dev.baton.mailbox.imap;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Mail as it was received, read in bounds.
 *
 * @param hash of its Message-ID, by which it is known again
 * @param addresses of ours to which it was sent, visible or blind
 * @param from the one address, in small letters; empty: none that can be read
 * @param toOthers whether somebody else than us is named in To or Cc
 * @param automatic why no person wrote it; null: one did
 * @param bounce what a mail server says of a mail of ours; null: it says nothing
 */
public record ReceivedMail(
    String hash,
    Set<TaggedAddress> addresses,
    String from,
    boolean toOthers,
    @Nullable String automatic,
    @Nullable BounceReport bounce,
    String subject,
    String text,
    Instant receivedAt) {}
