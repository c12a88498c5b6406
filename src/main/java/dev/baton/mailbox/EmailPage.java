package dev.baton.mailbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was written to and by a lead, for a person.
 *
 * @param items the newest first
 * @param sends whether they answer for the lead, and mail goes out at all
 * @param hindrance why they can't write to the lead; null: they can
 * @param logAddress where their own mails to the lead are copied to; null: nowhere
 */
public record EmailPage(
    List<Email> items, boolean sends, @Nullable String hindrance, @Nullable String logAddress) {}
