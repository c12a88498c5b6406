package dev.baton.handoff.step;

import dev.baton.handoff.Answers.Decided;
import dev.baton.handoff.FollowUps;
import dev.baton.handoff.Handoff;
import dev.baton.handoff.HandoffProcess;
import java.util.Date;
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
      HandoffProcess.VARIABLES.stream()
          .map(variable -> variable.name())
          .collect(Collectors.toSet());

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

  /**
   * Leaves in the process what it goes on with; a form may have overwritten any variable, so what
   * the record knows is written anew.
   */
  void decide(DelegateExecution execution, Decided decided) {
    Handoff handoff = decided.handoff();
    HandoffProcess.DECISION.set(execution, decided.decision());
    HandoffProcess.REASON.set(execution, decided.reason());
    HandoffProcess.LEAD_ID.set(execution, handoff.leadId());
    HandoffProcess.CHANNEL.set(execution, handoff.channel());
    HandoffProcess.HAND_RAISE.set(execution, handoff.handRaise());
    HandoffProcess.TEAM.set(execution, handoff.team());
    HandoffProcess.OWNER.set(execution, handoff.owner());
    // Only routing asks for the country, and that is past.
    HandoffProcess.COUNTRY.set(execution, null);
  }

  /**
   * Leaves what a process beside the handoff goes on with, whatever a form may have overwritten.
   */
  void goOn(DelegateExecution execution, FollowUps.Next next) {
    HandoffProcess.DECISION.set(execution, next.word());
    HandoffProcess.LEAD_ID.set(execution, next.leadId());
    if (next.dueAt() != null) {
      HandoffProcess.OWNER.set(execution, null);
      HandoffProcess.TEAM.set(execution, "managers");
      HandoffProcess.WARN_AT.set(execution, Date.from(next.warnAt()));
      HandoffProcess.DUE_AT.set(execution, Date.from(next.dueAt()));
    }
  }
}
