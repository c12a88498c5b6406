package dev.baton.rehearsal.scenario;

import dev.baton.engine.rehearsal.PathStep;
import dev.baton.input.Sentences;
import java.util.List;
import java.util.Locale;

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

  /** With what failed in the words of a language. */
  public ScenarioResult in(Locale locale) {
    List<String> said = failures.stream().map(failure -> Sentences.in(locale, failure)).toList();
    return new ScenarioResult(name, said, path, end);
  }

  /** Whether everything came as expected. */
  public boolean passed() {
    return failures.isEmpty();
  }
}
