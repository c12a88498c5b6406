package dev.baton.rehearsal.scenario;

import dev.baton.engine.rehearsal.PathStep;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What came of scenarios together.
 *
 * @param failed those in which something else came than was expected
 * @param covered the elements that any of them came to, by the key of their process
 */
public record ScenarioReport(
    int passed, List<FailedScenario> failed, Map<String, Set<String>> covered) {

  /** One that failed, and where. */
  public record FailedScenario(String name, String text) {}

  public static ScenarioReport of(List<ScenarioResult> results) {
    List<FailedScenario> failed =
        results.stream()
            .filter(result -> !result.passed())
            .map(result -> new FailedScenario(result.name(), String.join("; ", result.failures())))
            .toList();
    return new ScenarioReport(
        results.size() - failed.size(),
        failed,
        results.stream()
            .flatMap(result -> result.path().stream())
            .collect(
                Collectors.groupingBy(
                    PathStep::process,
                    TreeMap::new,
                    Collectors.mapping(PathStep::element, Collectors.toCollection(TreeSet::new)))));
  }
}
