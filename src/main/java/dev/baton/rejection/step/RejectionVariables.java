package dev.baton.rejection.step;

import dev.baton.handoff.process.HandoffProcess;
import dev.baton.people.Role;
import dev.baton.rejection.ReplyResult;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;

/** Variables that a process beside the handoff goes on with after a reply. */
final class RejectionVariables {
  private RejectionVariables() {}

  static Map<String, Object> of(ReplyResult result) {
    Map<String, Object> variables = new HashMap<>();
    variables.put(HandoffProcess.DECISION.name(), result.word());
    variables.put(HandoffProcess.LEAD_ID.name(), result.leadId());
    if (result.warnAt() != null && result.dueAt() != null) {
      variables.put(HandoffProcess.OWNER.name(), null);
      variables.put(HandoffProcess.TEAM.name(), Role.MANAGER.group());
      variables.put(HandoffProcess.WARN_AT.name(), Date.from(result.warnAt()));
      variables.put(HandoffProcess.DUE_AT.name(), Date.from(result.dueAt()));
    }
    return variables;
  }
}
