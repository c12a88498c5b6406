package dev.baton.alert.slack;

import org.jspecify.annotations.Nullable;

/**
 * Place of a message in Slack.
 *
 * @param note why it stands there
 */
record SlackPlace(String channel, String ts, @Nullable String note) {}
