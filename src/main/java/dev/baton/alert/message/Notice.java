package dev.baton.alert.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
    NoticeKind kind,
    @Nullable String leadId,
    @Nullable String handoffId,
    @Nullable String to,
    String subject,
    LeadBriefing briefing,
    boolean urgent) {

  public Notice {
    subject = SafeText.line(subject, 200);
  }

  /** A notice that waits for the end of quiet hours. */
  public Notice(
      String key,
      NoticeKind kind,
      @Nullable String leadId,
      @Nullable String handoffId,
      @Nullable String to,
      String subject,
      LeadBriefing briefing) {
    this(key, kind, leadId, handoffId, to, subject, briefing, false);
  }

  /** The same, and its reader learns with whom else of the company sales is talking. */
  public Notice besides(List<String> colleagues) {
    return new Notice(
        key, kind, leadId, handoffId, to, subject, briefing.besides(colleagues), urgent);
  }

  /** Whom a notice is to that a whole team reads. */
  public static String team(String team) {
    return DeliveryTarget.idOfTeam(team);
  }
}
