package dev.baton.engine;

import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;

/** Step behind a user task: takes what was submitted out of the process and records it. */
public interface AnswerStep extends JavaDelegate {

  /** What may be submitted, and what stays in the process. */
  TaskFields form();

  /**
   * Checks and records an answer.
   *
   * @return the variables that the process goes on with; a form may have overwritten any
   */
  Map<String, Object> record(String businessKey, SubmittedAnswer answer);

  @Override
  default void execute(DelegateExecution execution) {
    SubmittedAnswer answer = SubmittedAnswer.take(execution, form());
    record(execution.getProcessBusinessKey(), answer)
        .forEach((name, value) -> setUnlessSame(execution, name, value));
  }

  /** Most of what the process goes on with is what it has. */
  private static void setUnlessSame(
      DelegateExecution execution, String name, @Nullable Object value) {
    if (!execution.hasVariable(name) || !Objects.equals(execution.getVariable(name), value)) {
      execution.setVariable(name, value);
    }
  }
}
