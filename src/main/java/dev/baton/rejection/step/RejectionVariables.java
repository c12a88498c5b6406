package dev.baton.rejection.step;

import dev.baton.engine.SubmittedAnswer;
import dev.baton.handoff.HandoffProcess;
import dev.baton.rejection.Duties;
import dev.baton.rejection.Next;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Variables of a process beside the handoff around a reply: what came with it, what follows it. */
final class RejectionVariables {
  private RejectionVariables() {}

  static SubmittedAnswer take(DelegateExecution execution) {
    return SubmittedAnswer.take(execution, Duties.FIELDS);
  }

  /** A form may have overwritten any variable, so what the record knows is written anew. */
  static void write(DelegateExecution execution, Next next) {
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
