package dev.baton.engine.task;

import dev.baton.engine.ProcessVariable;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * Fields that a person may submit with a task, and the variables that stay in its process; the rest
 * of an answer passes through, so that nothing of a person is left in the engine.
 */
public record TaskFields(Set<String> submitted, Set<String> kept) {
  /** Who answers, as our own calls vouch; never a field of a form. */
  static final String BY = "by";

  /** What may be submitted in a process with these variables. */
  public static TaskFields of(Set<String> submitted, Collection<ProcessVariable<?>> variables) {
    return new TaskFields(
        submitted,
        variables.stream().map(ProcessVariable::name).collect(Collectors.toUnmodifiableSet()));
  }

  /** What our own call completes a task with; what an earlier answer left is not said again. */
  VariableMap variables(Map<String, Object> fields, String by) {
    VariableMap variables = Variables.createVariables();
    submitted.stream()
        .filter(name -> fields.containsKey(name) || kept.contains(name))
        .forEach(name -> variables.putValueTyped(name, typed(name, fields.get(name))));
    return variables.putValueTyped(BY, Variables.untypedValue(by, true));
  }

  /** The engine lets no passing value hide a variable of the process. */
  private TypedValue typed(String name, @Nullable Object value) {
    return kept.contains(name)
        ? Variables.stringValue(value == null ? null : value.toString())
        : Variables.untypedValue(value, true);
  }
}
