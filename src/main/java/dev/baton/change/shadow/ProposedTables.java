package dev.baton.change.shadow;

import dev.baton.change.backtest.CandidateTables;

/** The decision tables of proposals, for those who only know the number. */
public interface ProposedTables {

  /** Those that it would change now; none where it changes no table. */
  CandidateTables of(long changeId);
}
