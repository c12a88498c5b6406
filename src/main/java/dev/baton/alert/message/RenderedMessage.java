package dev.baton.alert.message;

import dev.baton.alert.text.Text;
import dev.baton.alert.text.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A briefing (rule R17) written to one reader at one instant; each channel lays it out in its own
 * way.
 *
 * @param note why this reader gets it, when it was meant for somebody else, or null
 * @param due by when on the reader's own clock, or null
 * @param action what the link does
 * @param link the page to open
 * @param answer where this reader, and nobody else, answers without a login, or null
 * @param wording in which everything else is said
 */
public record RenderedMessage(
    String subject,
    @Nullable String note,
    LeadBriefing briefing,
    @Nullable DueText due,
    String action,
    String link,
    @Nullable String answer,
    Wording wording) {

  public static RenderedMessage to(
      Recipient recipient,
      NoticeKind kind,
      NoticeContent.Written content,
      Wording wording,
      Instant now,
      String publicUrl) {
    LeadBriefing briefing = content.briefing();
    DueText due = briefing.dueAt() == null ? null : DueText.of(briefing.dueAt(), now, wording);
    String path = briefing.path() == null ? "" : briefing.path();
    return new RenderedMessage(
        content.subject(),
        recipient.insteadOf(),
        briefing,
        due,
        wording.label(kind.action()),
        publicUrl + path,
        null,
        wording);
  }

  public RenderedMessage with(String otherNote) {
    String both = note == null ? otherNote : otherNote + " " + note;
    return new RenderedMessage(subject, both, briefing, due, action, link, answer, wording);
  }

  /** With a link that answers; only for a message that nobody but the reader gets. */
  public RenderedMessage answeredAt(String url) {
    return new RenderedMessage(subject, note, briefing, due, action, link, url, wording);
  }

  /** By when, and how far away that is. */
  public @Nullable String said() {
    return due == null ? null : due.said();
  }

  /** The subject, and by when where something is owed. */
  public String dueSubject() {
    return due == null ? subject : withDue(wording, subject, due);
  }

  /** What is owed, and by when. */
  public static String withDue(Wording wording, String what, DueText due) {
    return wording.say(Text.of("with_due", Map.of("what", what, "due", due.said())));
  }

  /** The part that must be seen without opening anything. */
  public String preview() {
    return due == null
        ? briefing.headline()
        : wording.say(Text.of("by_due", Map.of("due", due.said()))) + " " + briefing.headline();
  }

  /** The whole message as plain text, complete without any other part. */
  public String text() {
    return text(List.of());
  }

  /** With what a mail shows beside it, as plain tables. */
  public String text(List<MailEnclosure> enclosed) {
    List<String> parts = new ArrayList<>();
    add(parts, "", note);
    add(parts, "", briefing.headline());
    List<String> facts = new ArrayList<>();
    add(facts, label("label_who"), briefing.lead().who());
    add(facts, label("label_due"), said());
    briefing.reach(wording).lines().forEach(facts::add);
    add(facts, label("label_step"), briefing.how());
    add(facts, label("button_answer"), answer);
    facts.add(action + ": " + link);
    parts.add(String.join("\n", facts));
    add(parts, "", answer == null ? null : wording.label("answer_link"));
    list(parts, wording.label("label_items"), briefing.items());
    list(parts, wording.label("label_why"), briefing.why(wording).lines());
    briefing.parts(wording).forEach(part -> add(parts, part));
    enclosed.forEach(table -> parts.add(table.text()));
    return String.join("\n\n", parts) + "\n";
  }

  private String label(String row) {
    return wording.label(row) + ": ";
  }

  private static void list(List<String> parts, String label, List<String> items) {
    if (!items.isEmpty()) {
      parts.add(label + ":\n- " + String.join("\n- ", items));
    }
  }

  private static void add(List<String> parts, BriefingPart part) {
    String between = part.lines().size() == 1 ? ": " : ":\n";
    parts.add(part.label() + between + part.text("- "));
  }

  private static void add(List<String> parts, String label, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      parts.add(label + text);
    }
  }
}
