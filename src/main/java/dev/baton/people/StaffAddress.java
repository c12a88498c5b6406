package dev.baton.people;

import org.jspecify.annotations.Nullable;

/**
 * Addresses at which messages reach a person.
 *
 * @param slackId who they are in Slack, where their e-mail address doesn't tell
 */
public record StaffAddress(String email, @Nullable String slackId) {}
