package dev.baton.alert;

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
 * @param encloses what a mail shows in itself, by the name that {@link Enclosures} knows, or null
 */
public record Pack(
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
  static final int MOST_ITEMS = 50;

  /**
   * Leads write some of this: it is cut to what a person reads and cleaned of control characters.
   */
  public Pack {
    headline = Words.line(headline, 300);
    who = Words.line(who, 300);
    why = Words.each(why, 300);
    signals = Words.each(signals, 300);
    words = Words.lines(words, 2000);
    topics = Words.each(topics, 100);
    sinceNo = Words.line(sinceNo, 500);
    missing = Words.each(missing, 300);
    how = Words.line(how, 500);
    items = Words.each(items, 500, MOST_ITEMS);
  }

  /** The pack of one notice. */
  public Pack(
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

  static Pack digest(String headline, List<String> items) {
    return new Pack(
        headline, null, null, null, null, null, null, null, null, null, "/", items, null, null);
  }

  /** The same with another next step. */
  public Pack suggesting(String step) {
    return new Pack(
        headline, who, why, signals, words, topics, sinceNo, missing, step, dueAt, path, items,
        asks, encloses);
  }

  /** The same, and its reader may answer at once. */
  public Pack asking(long deadline) {
    return new Pack(
        headline, who, why, signals, words, topics, sinceNo, missing, how, dueAt, path, items,
        deadline, encloses);
  }

  /** The same, and a mail of it shows this in itself. */
  public Pack enclosing(String reference) {
    return new Pack(
        headline, who, why, signals, words, topics, sinceNo, missing, how, dueAt, path, items, asks,
        reference);
  }

  /** A word of the house to its people: where to look, by when, and in lines what it is about. */
  public static Pack note(String headline, Instant dueAt, String path, List<String> items) {
    return new Pack(
        headline, null, null, null, null, null, null, null, null, dueAt, path, items, null, null);
  }
}
