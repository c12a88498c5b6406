package dev.baton.insight.sla;

import dev.baton.insight.rollup.KeyColumn;

/** What the rows of the SLA report are, beside the clock; each is a column of the entry. */
public enum SlaDimension {
  REP("owner"),
  TEAM("team"),
  SOURCE("source"),
  CLOCK("clock"),
  /** The hour of the week in which it is due, in the company's zone: {@code 1-09} is Monday. */
  HOUR("due_hour"),
  CHANNEL("channel"),
  SEGMENT("segment"),
  /** All models that were in force when its lead became an MQL, by their hash (rule R21). */
  MODELS("models_hash");

  private final String column;

  SlaDimension(String column) {
    this.column = column;
  }

  public String column() {
    return column;
  }

  KeyColumn key() {
    return KeyColumn.of(column);
  }

  /** True when a row is one person's figures. */
  public boolean personal() {
    return this == REP;
  }

  /** Few keys, so that five spreads each are little. */
  public boolean hasParts() {
    return this != REP && this != HOUR;
  }
}
