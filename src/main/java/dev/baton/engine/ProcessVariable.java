package dev.baton.engine;

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

  public void set(VariableScope scope, @Nullable T value) {
    scope.setVariable(name, value);
  }
}
