package dev.baton.handoff.record;

/** Who says that a lead is worth working. */
public enum Judge {
  /** A person reviews and qualifies. */
  HUMAN,
  /** What is sales-ready, or raised its hand, is an SQL by rule. */
  AUTO,
  /** The same, and a person confirms it while somebody gets in touch. */
  AUTO_THEN_CONFIRM
}
