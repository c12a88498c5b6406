package dev.baton.change.backtest;

import java.util.List;

/**
 * What the replay of one person found.
 *
 * @param handoffs recorded MQLs in the range
 * @param same those before the first difference
 * @param differences the first of each record, of which a person may have had several
 * @param mqls those of the range, recorded and proposed
 * @param isCustomer whether it was a customer whenever it would have been judged
 */
record PersonResult(
    PersonHistory person,
    long handoffs,
    long same,
    List<ReplayDisagreement> disagreements,
    List<FirstDifference> differences,
    ReplayedMqls mqls,
    boolean isCustomer) {

  /** Recorded MQLs after the first difference: nobody knows what would have led to them. */
  long unknowable() {
    long used = differences.stream().filter(each -> each.kind().usesRecorded()).count();
    return Math.max(0, handoffs - same - used);
  }

  /** Whether the proposal makes it an MQL in the range. */
  boolean isMqlThen() {
    return same > 0
        || differences.stream()
            .map(FirstDifference::kind)
            .anyMatch(
                kind -> kind.isMql() || (kind == FirstDifference.Kind.UNEXPLAINED && handoffs > 0));
  }
}
