package dev.baton.change.backtest;

import java.time.Instant;

/**
 * Where a lead first differs from its record.
 *
 * @param at when the proposal makes it an MQL, or, lost, the record does
 */
record FirstDifference(Kind kind, Instant at) {
  enum Kind {
    EARLIER,
    LATER,
    GAINED,
    LOST,
    /** The replay of what was in force differs from the record already. */
    UNEXPLAINED;

    /** Whether it speaks of an MQL that was recorded. */
    boolean usesRecorded() {
      return this == EARLIER || this == LATER || this == LOST;
    }

    /** Whether the proposal makes it an MQL. */
    boolean isMql() {
      return this == EARLIER || this == LATER || this == GAINED;
    }
  }
}
