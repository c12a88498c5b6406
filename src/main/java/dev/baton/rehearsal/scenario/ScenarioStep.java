package dev.baton.rehearsal.scenario;

import java.time.Duration;
import java.util.Map;

/**
 * Something that happens in a scenario, or that is expected at that time.
 *
 * @param line where it stands, from 1
 * @param after how long after the start
 * @param what one of {@link StepKind}
 * @param values what is said of it, such as {@code reason}; what is expected is {@code expected}
 */
public record ScenarioStep(int line, Duration after, StepKind what, Map<String, Object> values) {
  public static final String EXPECTED = "expected";

  /** What is expected, of a step that expects something. */
  public String expected() {
    return String.valueOf(values.get(EXPECTED));
  }
}
