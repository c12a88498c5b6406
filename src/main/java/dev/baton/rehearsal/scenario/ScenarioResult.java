package dev.baton.rehearsal.scenario;

import dev.baton.engine.rehearsal.PathStep;
import java.util.List;

/**
 * What became of a scenario.
 *
 * @param failures what was expected and didn't come, each with its line; empty where all did
 * @param path the elements of the diagrams that the lead came to
 * @param end where the lead stood when it was over
 */
public record ScenarioResult(
    String name, List<String> failures, List<PathStep> path, LeadState end) {

  public static ScenarioResult unplayed(String name, String why) {
    return new ScenarioResult(name, List.of(why), List.of(), LeadState.UNKNOWN);
  }

  /** Whether everything came as expected. */
  public boolean passed() {
    return failures.isEmpty();
  }
}
