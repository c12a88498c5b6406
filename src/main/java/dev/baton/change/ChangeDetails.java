package dev.baton.change;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.baton.change.backtest.BackTestReport;
import dev.baton.change.diff.Difference;
import dev.baton.change.load.LoadReport;
import dev.baton.change.progress.ChangeProgress;
import dev.baton.change.shadow.ShadowReport;
import dev.baton.engine.deploy.RunningStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change with what it says in words, what its check found and who has signed.
 *
 * @param report what the last check of what it says now found
 * @param running where processes wait that a changed diagram is about
 * @param signatures those that count for what it says now
 * @param shadow what it says of live leads, or null where it never judged any
 * @param progress how far its check and its move are
 */
public record ChangeDetails(
    @JsonUnwrapped ModelChange change,
    List<String> files,
    List<Difference> diff,
    @JsonUnwrapped CheckReport report,
    List<Running> running,
    List<Signature> signatures,
    List<String> notUndone,
    @Nullable ShadowReport shadow,
    ChangeProgress progress) {

  /**
   * Processes of a version that wait at an element.
   *
   * @param becomes {@code moves} or {@code blocked} when they are moved; {@code stays} once the
   *     change has ended
   * @param choices of those that are blocked: steps that may take the place of theirs
   */
  public record Running(
      String process,
      int version,
      String activity,
      String name,
      int count,
      String becomes,
      @Nullable String why,
      List<RunningStep.Choice> choices) {
    static Running of(RunningStep step, boolean isOpen) {
      String becomes = step.moves() ? "moves" : "blocked";
      return new Running(
          step.process(),
          step.version(),
          step.activity(),
          step.name(),
          step.count(),
          isOpen ? becomes : "stays",
          step.why(),
          step.choices());
    }
  }

  public List<ChangeFinding> checks() {
    return report.checks();
  }

  public @Nullable BackTestReport backtest() {
    return report.backtest();
  }

  /** Whether its tables may judge live leads: they were checked, and there are some. */
  public boolean mayJudge() {
    return change.state().isOpen()
        && change.state() != ChangeState.PROPOSED
        && files.stream().anyMatch(file -> file.endsWith(".dmn"));
  }

  public @Nullable LoadReport load() {
    return report.load();
  }

  public boolean isHindered() {
    return report.isHindered();
  }
}
