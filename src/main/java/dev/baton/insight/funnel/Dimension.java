package dev.baton.insight.funnel;

import dev.baton.input.EnumWords;
import dev.baton.insight.rollup.KeyColumn;

/** What the rows of the funnel and of the rejections are; each is a column frozen at the stage. */
public enum Dimension {
  SOURCE,
  CAMPAIGN,
  SEGMENT,
  BAND,
  OWNER,
  CHANNEL,
  /** The scoring definition and its version that made the MQL. */
  DEFINITION,
  /** All models that were in force when it became an MQL, by their hash (rule R21). */
  MODELS;

  public String column() {
    return switch (this) {
      case DEFINITION -> "model";
      case MODELS -> "models_hash";
      default -> EnumWords.of(this);
    };
  }

  KeyColumn key() {
    return KeyColumn.of(column());
  }

  /** True when a row is one person's figures. */
  public boolean personal() {
    return this == OWNER;
  }
}
