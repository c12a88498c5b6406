package dev.baton.insight;

import dev.baton.insight.DrillDown.Which;

/**
 * The parameters of a call that reads what lies behind a figure, or a series; which of them matter
 * depends on the call.
 */
record Question(
    String from,
    String to,
    String by,
    String basis,
    String key,
    String stage,
    String clock,
    String verdict,
    String reason,
    String step,
    String page) {

  /** In the words of the HTTP contract, MQL when it was left out. */
  FunnelMeasure measure(Asked asked) {
    return asked.word("stage", stage, FunnelMeasure.MQL);
  }

  /** Null when it was left out. */
  SlaMeasure verdict(Asked asked) {
    return asked.word("verdict", verdict, SlaMeasure.class);
  }

  Dimension dimension(Asked asked) {
    return asked.word("by", by, Dimension.SOURCE);
  }

  SlaDimension slaDimension(Asked asked) {
    return asked.word("by", by, SlaDimension.REP);
  }

  Basis basis(Asked asked) {
    return asked.word("basis", basis, Basis.COHORT);
  }

  Which page(Asked asked) {
    return new Which(asked.range(from, to), Asked.orNull(key), asked.page(page), DrillDown.PAGE);
  }

  /** All rows up to a bound, for a file. */
  Which all(Asked asked) {
    return new Which(asked.range(from, to), Asked.orNull(key), 0, CsvDoor.MOST);
  }
}
