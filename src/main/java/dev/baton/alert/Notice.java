package dev.baton.alert;

import java.util.Locale;

/**
 * Something that one person is to be told, once.
 *
 * @param key unique for ever: telling the same key again does nothing
 * @param to the person's id; null when nobody is responsible yet, which tells a manager
 * @param subject one line, readable in a phone's preview
 * @param urgent goes out in the recipient's quiet hours too (a hand-raiser's assignment, rule R11)
 */
public record Notice(
    String key,
    Kind kind,
    String leadId,
    String handoffId,
    String to,
    String subject,
    Pack pack,
    boolean urgent) {

  public Notice {
    subject = Words.line(subject, 200);
  }

  /** A notice that waits for the end of quiet hours. */
  public Notice(
      String key,
      Kind kind,
      String leadId,
      String handoffId,
      String to,
      String subject,
      Pack pack) {
    this(key, kind, leadId, handoffId, to, subject, pack, false);
  }

  /** Whom a notice is to that a whole team reads. */
  public static String team(String team) {
    return Addressee.idOfTeam(team);
  }

  /** Why somebody is told. */
  public enum Kind {
    ASSIGNED,
    REMINDER,
    ESCALATION,
    REASSIGNED,
    INTENT,
    DIGEST,
    FAILURE,
    /** What a review of marketing and sales looks at. */
    REVIEW,
    /** A mail to the lead itself, which no person of the house is told. */
    NURTURE;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
