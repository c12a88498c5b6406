package dev.baton.alert.slack;

import dev.baton.input.TextPolicy;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody did in Slack.
 *
 * @param id Slack's own for the click, the form or the command: the same for each repetition
 * @param about the question that it answers; a list of what waits is about none
 * @param replyUrl where only whoever acted reads an answer
 * @param triggerId with which a form may be opened within three seconds
 */
record SlackAction(
    String id,
    Verb verb,
    String slackUser,
    @Nullable SlackQuestion about,
    Map<String, Object> fields,
    @Nullable String replyUrl,
    @Nullable String triggerId) {

  /** Whether all that it says can be kept: what a person wrote is judged when it is an answer. */
  boolean isText() {
    return Stream.concat(
            Stream.of(id, slackUser, about, replyUrl, triggerId).map(String::valueOf),
            fields.values().stream().map(String::valueOf).map(TextPolicy::readable))
        .allMatch(text -> TextPolicy.hindrance(text, Integer.MAX_VALUE).isEmpty());
  }

  /** What they want. */
  enum Verb {
    ACCEPT,
    ASK_REASON,
    REJECT,
    ASK_PAUSE,
    PAUSE,
    LIST;

    /** The id of the button or form. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
