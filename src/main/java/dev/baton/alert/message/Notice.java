package dev.baton.alert.message;

import dev.baton.alert.text.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that one person is to be told, once.
 *
 * @param key unique for ever: telling the same key again does nothing
 * @param to the person's id; null when nobody is responsible yet, which tells a manager
 * @param content what it says, in the language of whoever reads it
 * @param urgent goes out in the recipient's quiet hours too (a hand-raiser's assignment, rule R11)
 */
public record Notice(
    String key,
    NoticeKind kind,
    @Nullable String leadId,
    @Nullable String handoffId,
    @Nullable String to,
    NoticeContent content,
    boolean urgent) {

  /** A notice that waits for the end of quiet hours. */
  public Notice(
      String key,
      NoticeKind kind,
      @Nullable String leadId,
      @Nullable String handoffId,
      @Nullable String to,
      NoticeContent content) {
    this(key, kind, leadId, handoffId, to, content, false);
  }

  /** About no lead. */
  public static Notice note(String key, NoticeKind kind, @Nullable String to, NoticeContent says) {
    return new Notice(key, kind, null, null, to, says);
  }

  /** The same, and its reader learns with whom else of the company sales is talking. */
  public Notice besides(List<Text> colleagues) {
    NoticeContent beside =
        wording -> {
          NoticeContent.Written said = content.in(wording);
          List<String> lines = colleagues.stream().map(wording::say).toList();
          return new NoticeContent.Written(said.subject(), said.briefing().besides(lines));
        };
    return new Notice(key, kind, leadId, handoffId, to, beside, urgent);
  }

  /** Whom a notice is to that a whole team reads. */
  public static String team(String team) {
    return DeliveryTarget.idOfTeam(team);
  }
}
