package dev.baton.nurture;

import java.util.Locale;

/** Outcome of a nurture episode. */
public enum NurtureOutcome {
  /** It replied, asked for sales, or crossed the line. */
  CAME_BACK,
  /** Every mail that fits was sent. */
  TRACK_FINISHED,
  /** It doesn't want our mail, or can't get it. */
  UNSUBSCRIBED,
  /** It is in another stage for another reason. */
  MOVED_ON,
  /** The person was erased. */
  ERASED;

  /** The word of the tables, the model and the HTTP answers. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static NurtureOutcome of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
