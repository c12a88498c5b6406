package dev.baton.rejection;

import dev.baton.handoff.HandoffProcess;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * What a process beside the handoff goes on with after a reply.
 *
 * @param warnAt of the decision on a contest; null without one
 */
public record Next(String word, String leadId, Instant warnAt, Instant dueAt) {

  /** Leaves it in the process, whatever a form may have overwritten. */
  public void leaveIn(DelegateExecution execution) {
    HandoffProcess.DECISION.set(execution, word);
    HandoffProcess.LEAD_ID.set(execution, leadId);
    if (dueAt != null) {
      HandoffProcess.OWNER.set(execution, null);
      HandoffProcess.TEAM.set(execution, "managers");
      HandoffProcess.WARN_AT.set(execution, Date.from(warnAt));
      HandoffProcess.DUE_AT.set(execution, Date.from(dueAt));
    }
  }
}
