package dev.baton.rejection.step;

import dev.baton.handoff.HandoffProcess;
import dev.baton.rejection.Next;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;

/** Variables that a process beside the handoff goes on with after a reply. */
final class RejectionVariables {
  private RejectionVariables() {}

  static Map<String, Object> of(Next next) {
    Map<String, Object> variables = new HashMap<>();
    variables.put(HandoffProcess.DECISION.name(), next.word());
    variables.put(HandoffProcess.LEAD_ID.name(), next.leadId());
    if (next.dueAt() != null) {
      variables.put(HandoffProcess.OWNER.name(), null);
      variables.put(HandoffProcess.TEAM.name(), "managers");
      variables.put(HandoffProcess.WARN_AT.name(), Date.from(next.warnAt()));
      variables.put(HandoffProcess.DUE_AT.name(), Date.from(next.dueAt()));
    }
    return variables;
  }
}
