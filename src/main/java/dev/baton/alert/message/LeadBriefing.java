package dev.baton.alert.message;

import java.time.Instant;
import java.util.List;

/**
 * The handoff pack of rule R17: who, why, how and by when, ready for any channel to render.
 *
 * @param headline the sentence that opens the message
 * @param who the person in one line: name, title, company
 * @param why reasons with points, strongest first
 * @param signals the last signals, newest first
 * @param words what the lead wrote, or null
 * @param topics what the things it took were about
 * @param sinceNo what changed since the last no, or null
 * @param missing what is not known yet
 * @param how the suggested next step
 * @param dueAt by when, or null; channels write it in the reader's zone
 * @param path the page to open, below the public URL
 * @param items the lines of a digest; empty in any other pack
 * @param asks the deadline whose question the reader is asked, or null
 * @param encloses what a mail shows in itself, by the name that {@link MailFigures} knows, or null
 */
public record LeadBriefing(
    String headline,
    String who,
    List<String> why,
    List<String> signals,
    String words,
    List<String> topics,
    String sinceNo,
    List<String> missing,
    String how,
    Instant dueAt,
    String path,
    List<String> items,
    Long asks,
    String encloses) {
  public static final int MOST_ITEMS = 50;

  /**
   * Leads write some of this: it is cut to what a person reads and cleaned of control characters.
   */
  public LeadBriefing {
    headline = SafeText.line(headline, 300);
    who = SafeText.line(who, 300);
    why = SafeText.each(why, 300);
    signals = SafeText.each(signals, 300);
    words = SafeText.lines(words, 2000);
    topics = SafeText.each(topics, 100);
    sinceNo = SafeText.line(sinceNo, 500);
    missing = SafeText.each(missing, 300);
    how = SafeText.line(how, 500);
    items = SafeText.each(items, 500, MOST_ITEMS);
  }

  /** The pack of one notice. */
  public LeadBriefing(
      String headline,
      String who,
      List<String> why,
      List<String> signals,
      String words,
      List<String> topics,
      String sinceNo,
      List<String> missing,
      String how,
      Instant dueAt,
      String path) {
    this(
        headline, who, why, signals, words, topics, sinceNo, missing, how, dueAt, path, List.of(),
        null, null);
  }

  public static LeadBriefing digest(String headline, List<String> items) {
    return new LeadBriefing(
        headline, null, null, null, null, null, null, null, null, null, "/", items, null, null);
  }

  /** The same with another next step. */
  public LeadBriefing suggesting(String step) {
    return new LeadBriefing(
        headline, who, why, signals, words, topics, sinceNo, missing, step, dueAt, path, items,
        asks, encloses);
  }

  /** The same, and its reader may answer at once. */
  public LeadBriefing asking(long deadline) {
    return new LeadBriefing(
        headline, who, why, signals, words, topics, sinceNo, missing, how, dueAt, path, items,
        deadline, encloses);
  }

  /** The same, and a mail of it shows this in itself. */
  public LeadBriefing enclosing(String reference) {
    return new LeadBriefing(
        headline, who, why, signals, words, topics, sinceNo, missing, how, dueAt, path, items, asks,
        reference);
  }

  /** A word of the house to its people: where to look, by when, and in lines what it is about. */
  public static LeadBriefing note(String headline, Instant dueAt, String path, List<String> items) {
    return new LeadBriefing(
        headline, null, null, null, null, null, null, null, null, dueAt, path, items, null, null);
  }
}
