package dev.baton.know.scorecard;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.baton.input.EnumWords;

/** What a month says of the scores. */
public enum DriftVerdict {
  /** Too few cases in it, or before it. */
  THIN,
  /** As the months before. */
  STEADY,
  /** Fewer became an SQL than their scores foretold. */
  FEWER,
  /** More did. */
  MORE,
  /** Scores told those who became one from the others worse than before. */
  RANKS_WORSE;

  @JsonValue
  public String word() {
    return EnumWords.of(this);
  }
}
