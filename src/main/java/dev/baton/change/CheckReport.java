package dev.baton.change;

import dev.baton.change.backtest.BackTestReport;
import dev.baton.rehearsal.scenario.ScenarioReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check of a change found.
 *
 * @param backtest what its tables would have done; null where it changes none, or an error hinders
 * @param scenarios what came of them with it; null where an error hinders
 */
record CheckReport(
    List<ChangeFinding> checks,
    @Nullable BackTestReport backtest,
    @Nullable ScenarioReport scenarios) {
  static final CheckReport NONE = new CheckReport(List.of(), null, null);

  boolean isHindered() {
    return checks.stream().anyMatch(ChangeFinding::hinders);
  }
}
