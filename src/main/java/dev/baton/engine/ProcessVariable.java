package dev.baton.engine;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/** Variable of a process, declared once. */
public record ProcessVariable<T>(String name, Class<T> type) {

  /** The value, or null. */
  public T get(VariableScope scope) {
    return type.cast(scope.getVariable(name));
  }

  public void clear(VariableScope scope) {
    scope.removeVariable(name);
  }

  /** Writes it unless that is its value already. */
  public void set(VariableScope scope, @Nullable T value) {
    set(scope, name, value);
  }

  public static void set(VariableScope scope, String name, @Nullable Object value) {
    if (!scope.hasVariable(name) || !Objects.equals(scope.getVariable(name), value)) {
      scope.setVariable(name, value);
    }
  }
}
