package dev.baton.engine.task;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Answer that a person submitted with a task, taken out of the process by the step behind it.
 *
 * @param by the engine's authenticated user, else the one that our own call vouches for
 * @param inTasklist whether it came over the interface that the engine's web applications use
 */
public record SubmittedAnswer(Map<String, Object> fields, String by, boolean inTasklist) {
  private static final String WEB_APPLICATIONS = "/camunda/api/";

  /** Takes it out; only what the process keeps stays in it. */
  public static SubmittedAnswer take(DelegateExecution execution, TaskFields form) {
    Map<String, Object> fields = new HashMap<>(execution.getVariables());
    fields.keySet().stream()
        .filter(name -> !form.kept().contains(name))
        .forEach(execution::removeVariable);
    return new SubmittedAnswer(fields, by(execution, fields.get(TaskFields.BY)), isInTasklist());
  }

  private static String by(DelegateExecution execution, @Nullable Object vouched) {
    var authentication =
        execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
    if (authentication != null) {
      return authentication.getUserId();
    }
    return vouched == null ? "" : vouched.toString();
  }

  private static boolean isInTasklist() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
        && now.getRequest().getServletPath().startsWith(WEB_APPLICATIONS);
  }
}
