package dev.baton.insight;

import dev.baton.insight.Behind.Which;
import java.util.List;
import java.util.Locale;

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

  private static final List<String> STAGES =
      List.of("lead", "mql", "sal", "sql", "opportunity", "customer", "lost");
  private static final List<String> VERDICTS =
      List.of(SlaMeasure.MET, SlaMeasure.MISSED, SlaMeasure.OPEN, SlaMeasure.VOID);

  /** A stage in the words of the HTTP contract, MQL when it was left out. */
  String stage(Asked asked) {
    return asked.choice("stage", stage, STAGES, "mql").toUpperCase(Locale.ROOT);
  }

  String verdict(Asked asked) {
    return asked.choice("verdict", verdict, VERDICTS, null);
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
    return new Which(asked.range(from, to), Asked.orNull(key), asked.page(page), Behind.PAGE);
  }

  /** All rows up to a bound, for a file. */
  Which all(Asked asked) {
    return new Which(asked.range(from, to), Asked.orNull(key), 0, CsvDoor.MOST);
  }
}
