package dev.baton.web.account;

import org.jspecify.annotations.Nullable;

/**
 * A question about companies as it is asked.
 *
 * @param kind {@code lead}: does it belong to the account? {@code part}: is it a part of it?
 * @param about the id of the lead or account that it is about
 * @param says what the lead calls its company; null where it is about an account
 * @param confidence in per cent
 */
record AccountQuestionRow(
    long id,
    String kind,
    String about,
    String name,
    @Nullable String says,
    String accountId,
    String account,
    int confidence,
    String reasons) {}
