package dev.baton.insight;

/** What the rows of the funnel and of the rejections are; each is a column frozen at the stage. */
enum Dimension {
  SOURCE,
  CAMPAIGN,
  SEGMENT,
  BAND,
  OWNER;

  String column() {
    return Words.of(this);
  }

  /** True when a row is one person's figures. */
  boolean personal() {
    return this == OWNER;
  }
}
