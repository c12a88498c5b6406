package dev.baton.know.account;

/**
 * What is to be said of a company now.
 *
 * @param people how many of it are known
 * @param active how many of them did something in the last 30 days
 */
public record AccountAssessment(
    String accountId, AccountScore score, BuyingGroup group, int people, int active) {}
