package dev.baton.change;

import dev.baton.change.backtest.BackTestReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check of a change found.
 *
 * @param backtest what its tables would have done; null where it changes none, or an error hinders
 */
record CheckReport(List<ChangeFinding> checks, @Nullable BackTestReport backtest) {
  static final CheckReport NONE = new CheckReport(List.of(), null);

  boolean isHindered() {
    return checks.stream().anyMatch(ChangeFinding::hinders);
  }
}
