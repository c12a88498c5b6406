package dev.baton.engine.task;

import dev.baton.engine.ProcessVariable;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

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
        .forEach((name, value) -> ProcessVariable.set(execution, name, value));
  }
}
