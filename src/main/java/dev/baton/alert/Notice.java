package dev.baton.alert;

/**
 * Something that one person is to be told, once.
 *
 * @param key unique for ever: telling the same key again does nothing
 * @param to the person's id
 * @param subject one line, readable in a phone's preview
 */
public record Notice(
    String key, Kind kind, String leadId, String handoffId, String to, String subject, Pack pack) {

  /** Why somebody is told. */
  public enum Kind {
    ASSIGNED,
    REMINDER,
    ESCALATION,
    REASSIGNED,
    INTENT,
    FAILURE
  }
}
