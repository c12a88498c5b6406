package dev.baton.alert.slack;

import java.util.Locale;
import java.util.Map;

/**
 * Something that somebody did in Slack.
 *
 * @param id Slack's own for the click, the form or the command: the same for each repetition
 * @param handoffId what it is about, or null
 * @param question to which it belongs, or null
 * @param replyUrl where only whoever acted reads an answer, or null
 * @param triggerId with which a form may be opened within three seconds, or null
 */
record SlackAction(
    String id,
    Verb verb,
    String slackUser,
    String handoffId,
    String question,
    Map<String, Object> fields,
    String replyUrl,
    String triggerId) {

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
