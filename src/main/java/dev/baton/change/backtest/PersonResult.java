package dev.baton.change.backtest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the replay of one person found.
 *
 * @param handoffs recorded MQLs in the range
 * @param same those before the first difference
 * @param difference null where there is none
 */
record PersonResult(
    PersonHistory person,
    long handoffs,
    long same,
    List<ReplayDisagreement> disagreements,
    @Nullable FirstDifference difference) {

  /** Recorded MQLs after the first difference: nobody knows what would have led to them. */
  long unknowable() {
    boolean used = difference != null && difference.kind().usesRecorded();
    return handoffs - same - (used ? 1 : 0);
  }

  /** Whether the proposal makes it an MQL in the range. */
  boolean isMqlThen() {
    return same > 0
        || (difference != null
            && (difference.kind().isMql()
                || (difference.kind() == FirstDifference.Kind.UNEXPLAINED && handoffs > 0)));
  }
}
