package dev.baton.alert.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A handoff pack (rule R17) written to one reader at one instant; each channel lays it out in its
 * own way.
 *
 * @param note why this reader gets it, when it was meant for somebody else, or null
 * @param due by when on the reader's own clock, or null
 * @param action what the link does
 * @param link the page to open
 * @param answer where this reader, and nobody else, answers without a login, or null
 */
public record RenderedMessage(
    String subject,
    String note,
    LeadBriefing pack,
    DueText due,
    String action,
    String link,
    String answer) {
  public static final String ANSWER = "Answer now";
  public static final String FOR_YOU_ALONE =
      "The link answers as you: it needs no login, works once, and is not for anybody else.";

  public static RenderedMessage to(
      Recipient recipient,
      Notice.Kind kind,
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
    return new RenderedMessage(subject, both, pack, due, action, link, answer);
  }

  /** With a link that answers; only for a letter that nobody but the reader gets. */
  public RenderedMessage answeredAt(String url) {
    return new RenderedMessage(subject, note, pack, due, action, link, url);
  }

  /** By when, and how far away that is, or null. */
  public String said() {
    return due == null ? null : due.said();
  }

  /** The part that must be seen without opening anything. */
  public String preview() {
    return due == null ? pack.headline() : "By " + said() + ". " + pack.headline();
  }

  /** The whole letter as plain text, complete without any other part. */
  public String text() {
    return text(List.of());
  }

  /** With what a mail shows beside it, as plain tables. */
  public String text(List<MailFigures.Enclosure> enclosed) {
    List<String> parts = new ArrayList<>();
    add(parts, "", note);
    add(parts, "", pack.headline());
    List<String> facts = new ArrayList<>();
    add(facts, "Who: ", pack.who());
    add(facts, "By when: ", said());
    add(facts, "Next step: ", pack.how());
    if (answer != null) {
      facts.add(ANSWER + ": " + answer);
    }
    facts.add(action + ": " + link);
    parts.add(String.join("\n", facts));
    add(parts, "", answer == null ? null : FOR_YOU_ALONE);
    list(parts, "What waits", pack.items());
    list(parts, "Why", pack.why());
    add(parts, "In their words:\n", pack.words() == null ? null : "“" + pack.words() + "”");
    list(parts, "What they did last", pack.signals());
    add(parts, "Topics: ", joined(pack.topics()));
    add(parts, "Since the last rejection: ", pack.sinceNo());
    add(parts, "Not known yet: ", joined(pack.missing()));
    enclosed.forEach(sheet -> parts.add(sheet.text()));
    return String.join("\n\n", parts) + "\n";
  }

  public static String joined(List<String> items) {
    return items.isEmpty() ? null : String.join(", ", items);
  }

  private static void list(List<String> parts, String label, List<String> items) {
    if (!items.isEmpty()) {
      parts.add(label + ":\n- " + String.join("\n- ", items));
    }
  }

  private static void add(List<String> parts, String label, String text) {
    if (text != null && !text.isBlank()) {
      parts.add(label + text);
    }
  }
}
