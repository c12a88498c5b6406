package dev.baton.insight;

/** What a count in the roll-up belongs to. */
enum Figure {
  /** Handoffs at each stage, by their MQL instant. */
  COHORT,
  /** The same by the instant of the stage. */
  PERIOD,
  /** Why handoffs got a no, by its instant. */
  NO,
  /** Verdicts and hours of stopped clocks, by the due instant. */
  SLA,
  /** Where the time of answered clocks went, by the due instant. */
  PARTS
}
