package dev.baton.change.progress;

import dev.baton.engine.deploy.RunningStep;
import dev.baton.input.FieldReader;
import dev.baton.input.InvalidInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether running processes are moved to the changed diagrams, and to which steps those go that
 * wait where the diagrams have nothing any more.
 *
 * @param mapping the id of such a step, and of the one that takes its place
 */
public record ProcessMove(boolean isAsked, Map<String, String> mapping) {
  private static final String MIGRATE = "migrate";
  private static final String MAPPING = "mapping";

  /** {@code {migrate?: true, mapping?: {step: step}}}. */
  public static ProcessMove read(Map<String, Object> fields) {
    FieldReader given = FieldReader.ofJson(fields);
    boolean isAsked = Boolean.TRUE.equals(given.bool(MIGRATE));
    Map<String, String> mapping = mapping(fields.get(MAPPING), given);
    if (!mapping.isEmpty() && !isAsked && !given.isWrong(MIGRATE)) {
      given.wrong(MAPPING, "steps are mapped when what runs is moved: \"migrate\": true");
    }
    given.check();
    return new ProcessMove(isAsked, mapping);
  }

  private static Map<String, String> mapping(@Nullable Object asked, FieldReader given) {
    Map<String, String> mapping = new LinkedHashMap<>();
    if (asked instanceof Map<?, ?> steps) {
      steps.forEach(
          (from, to) -> {
            if (to instanceof String step && !step.isBlank()) {
              mapping.put(String.valueOf(from), step);
            } else {
              given.wrong(MAPPING + "." + from, "say which step takes its place, by its id");
            }
          });
    } else if (asked != null) {
      given.wrong(MAPPING, "an object: the id of a step, and of the one that takes its place");
    }
    return mapping;
  }

  /**
   * Looks at whether all can be moved.
   *
   * @throws InvalidInput with each step that hinders it
   */
  public void check(List<RunningStep> running) {
    List<RunningStep> blocked = running.stream().filter(step -> !step.moves()).toList();
    if (!blocked.isEmpty()) {
      throw InvalidInput.at(
          blocked.stream().anyMatch(step -> mapping.containsKey(step.activity()))
              ? MAPPING
              : MIGRATE,
          "%d can't be moved: ".formatted(blocked.stream().mapToInt(RunningStep::count).sum())
              + blocked.stream().map(ProcessMove::hindrance).collect(Collectors.joining("; ")));
    }
  }

  private static String hindrance(RunningStep step) {
    return "%d of version %d at '%s', since %s"
            .formatted(step.count(), step.version(), step.name(), step.why())
        + (step.choices().isEmpty() ? "" : ": choose the step that takes its place");
  }
}
