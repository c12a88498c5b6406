package dev.baton.alert.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
 */
public record RenderedMessage(
    String subject,
    @Nullable String note,
    LeadBriefing briefing,
    @Nullable DueText due,
    String action,
    String link,
    @Nullable String answer) {
  public static final String ANSWER = "Answer now";
  public static final String FOR_YOU_ALONE =
      "The link answers as you: it needs no login, works once, and is not for anybody else.";

  public static RenderedMessage to(
      Recipient recipient,
      NoticeKind kind,
      String subject,
      LeadBriefing briefing,
      Instant now,
      String publicUrl) {
    DueText due =
        briefing.dueAt() == null ? null : DueText.of(briefing.dueAt(), now, recipient.zone());
    String path = briefing.path() == null ? "" : briefing.path();
    return new RenderedMessage(
        subject, recipient.insteadOf(), briefing, due, kind.action(), publicUrl + path, null);
  }

  public RenderedMessage with(String otherNote) {
    String both = note == null ? otherNote : otherNote + " " + note;
    return new RenderedMessage(subject, both, briefing, due, action, link, answer);
  }

  /** With a link that answers; only for a message that nobody but the reader gets. */
  public RenderedMessage answeredAt(String url) {
    return new RenderedMessage(subject, note, briefing, due, action, link, url);
  }

  /** By when, and how far away that is. */
  public @Nullable String said() {
    return due == null ? null : due.said();
  }

  /** The part that must be seen without opening anything. */
  public String preview() {
    return due == null ? briefing.headline() : "By " + said() + ". " + briefing.headline();
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
    add(facts, "Who: ", briefing.lead().who());
    add(facts, "By when: ", said());
    briefing.reach().lines().forEach(facts::add);
    add(facts, "Next step: ", briefing.how());
    if (answer != null) {
      facts.add(ANSWER + ": " + answer);
    }
    facts.add(action + ": " + link);
    parts.add(String.join("\n", facts));
    add(parts, "", answer == null ? null : FOR_YOU_ALONE);
    list(parts, "What waits", briefing.items());
    list(parts, "Why", briefing.why().lines());
    briefing.parts().forEach(part -> add(parts, part));
    enclosed.forEach(table -> parts.add(table.text()));
    return String.join("\n\n", parts) + "\n";
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
