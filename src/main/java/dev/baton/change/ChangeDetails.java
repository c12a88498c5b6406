package dev.baton.change;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.baton.change.backtest.BackTestReport;
import dev.baton.change.diff.Difference;
import dev.baton.engine.deploy.RunningStep;
import dev.baton.rehearsal.scenario.ScenarioReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change with what it says in words, what its check found and who has signed.
 *
 * @param checks what the last check of what it says now found
 * @param scenarios what came of them in its check, or null
 * @param backtest what its tables would have done with the leads of the past, or null
 * @param running where processes wait that a changed diagram is about
 * @param signatures those that count for what it says now
 */
public record ChangeDetails(
    @JsonUnwrapped ModelChange change,
    List<String> files,
    List<Difference> diff,
    List<ChangeFinding> checks,
    @Nullable ScenarioReport scenarios,
    @Nullable BackTestReport backtest,
    List<Running> running,
    List<Signature> signatures,
    List<String> notUndone) {

  /**
   * Processes of a version that wait at an element.
   *
   * @param becomes {@code moves} or {@code blocked} when they are moved; {@code stays} once the
   *     change has ended
   */
  public record Running(
      String process,
      int version,
      String activity,
      String name,
      int count,
      String becomes,
      @Nullable String why) {
    static Running of(RunningStep step, boolean isOpen) {
      String becomes = step.moves() ? "moves" : "blocked";
      return new Running(
          step.process(),
          step.version(),
          step.activity(),
          step.name(),
          step.count(),
          isOpen ? becomes : "stays",
          step.why());
    }
  }

  public boolean isHindered() {
    return checks.stream().anyMatch(ChangeFinding::hinders);
  }
}
