package dev.baton.stage;

import java.util.Locale;

/**
 * What a score means for a lead's stage.
 *
 * @param reason the sentence a rep reads
 */
public record ScoreAssessment(Kind kind, String reason) {
  static final ScoreAssessment NOTHING = new ScoreAssessment(Kind.NONE, "");

  /** The verdicts of {@code lead-stage.dmn}. */
  public enum Kind {
    NONE,
    MQL,
    SALES_READY,
    /** Asked for sales, but the fit fails: marketing looks at it (rule R5). */
    TELL_MARKETING;

    static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** At or over the line. */
  public boolean crosses() {
    return kind == Kind.MQL || kind == Kind.SALES_READY;
  }
}
