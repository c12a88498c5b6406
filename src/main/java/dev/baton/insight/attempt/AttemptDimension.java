package dev.baton.insight.attempt;

/** What the rows of the attempts are; each is a column of the handoff. */
public enum AttemptDimension {
  REP("owner"),
  CAMPAIGN("campaign");

  private final String column;

  AttemptDimension(String column) {
    this.column = column;
  }

  String column() {
    return column;
  }
}
