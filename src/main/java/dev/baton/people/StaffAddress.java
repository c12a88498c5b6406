package dev.baton.people;

import org.jspecify.annotations.Nullable;

/**
 * Addresses at which messages reach a person, and the language in which they do.
 *
 * @param slackId who they are in Slack, where their e-mail address doesn't tell
 * @param language that they have chosen, or null
 */
public record StaffAddress(String email, @Nullable String slackId, @Nullable Language language) {

  /** Of somebody who has chosen no language, whom Slack knows by the e-mail address. */
  public StaffAddress(String email) {
    this(email, null, null);
  }
}
