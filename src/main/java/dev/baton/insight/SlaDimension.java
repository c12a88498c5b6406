package dev.baton.insight;

/** What the rows of the SLA report are, beside the clock. */
enum SlaDimension {
  REP("owner"),
  TEAM("team"),
  /** Known by the handoff's MQL entry. */
  SOURCE(
      "(select m.source from funnel_entry m where m.unit_id = e.handoff_id and m.stage = 'MQL')"),
  CLOCK("clock");

  private final String expression;

  SlaDimension(String expression) {
    this.expression = expression;
  }

  String expression() {
    return expression;
  }

  /** True when a row is one person's figures. */
  boolean personal() {
    return this == REP;
  }
}
