package dev.baton.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.baton.change.backtest.BackTestReport;
import dev.baton.change.load.LoadReport;
import dev.baton.rehearsal.scenario.ScenarioReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check of a change found.
 *
 * @param backtest what its tables would have done; null where it changes none, or an error hinders
 * @param load what reps would have had to do; null where there is no back-test
 * @param scenarios what came of them with it; null where an error hinders
 * @param beside hash of what was in force of its files, which it was compared with; null of a check
 *     that an earlier release made
 */
public record CheckReport(
    List<ChangeFinding> checks,
    @Nullable ScenarioReport scenarios,
    @Nullable BackTestReport backtest,
    @Nullable LoadReport load,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String beside) {
  static final CheckReport NONE = new CheckReport(List.of(), null, null, null, null);

  boolean isHindered() {
    return checks.stream().anyMatch(ChangeFinding::hinders);
  }
}
