package dev.baton.mailbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was written to and by a lead, for a person.
 *
 * @param items the newest first
 * @param hindrance why they can't write to the lead; null: they can
 * @param logAddress where their own mails to the lead are copied to; null: nowhere
 */
public record EmailPage(
    List<Email> items, @Nullable String hindrance, @Nullable String logAddress) {}
