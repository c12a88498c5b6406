package dev.baton.review.step;

import dev.baton.review.ReviewProcess;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * What a person submitted with a task: taken out of the process, where nothing of it may stay.
 *
 * @param by the engine's authenticated user, else the one that our own door vouches for
 */
record Submitted(Map<String, Object> fields, String by) {
  private static final Set<String> STAYS =
      ReviewProcess.VARIABLES.stream().map(variable -> variable.name()).collect(Collectors.toSet());

  static Submitted take(DelegateExecution execution) {
    Map<String, Object> fields = new HashMap<>(execution.getVariables());
    Object vouched = fields.get("by");
    fields.keySet().stream()
        .filter(name -> !STAYS.contains(name))
        .forEach(execution::removeVariable);
    return new Submitted(fields, authenticated(execution, vouched));
  }

  private static String authenticated(DelegateExecution execution, Object vouched) {
    var authentication =
        execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
    if (authentication != null) {
      return authentication.getUserId();
    }
    return vouched == null ? "" : vouched.toString();
  }
}
