package dev.baton.know.milestone;

/** What goes with reaching a stage, as one may ask. */
public enum MilestoneKey {
  /** Types of signals that were known at the start. */
  SIGNAL("Signal"),
  /** Contents of those signals, such as an e-book. */
  CONTENT("Content"),
  SOURCE("Source"),
  REP("Rep"),
  /** Of the start, by the clock of the settings, in blocks of four. */
  HOUR("Hour");

  private final String label;

  MilestoneKey(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** Whether the signals of leads have to be read. */
  boolean isOfSignals() {
    return this == SIGNAL || this == CONTENT;
  }
}
