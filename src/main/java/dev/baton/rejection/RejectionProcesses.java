package dev.baton.rejection;

import dev.baton.engine.TaskFields;
import dev.baton.handoff.process.HandoffProcess;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/**
 * Processes that a rejection starts beside the handoff's, with its business key: a reply of
 * marketing, another contact, the other record of a duplicate.
 */
@Component
public class RejectionProcesses {
  static final String FOLLOW_UP = "rejection-follow-up";
  static final String FIND_CONTACT = "find-contact";
  static final String MERGE_DUPLICATE = "merge-duplicate";

  /** What a person may submit with a task of theirs. */
  public static final TaskFields FIELDS =
      TaskFields.of(ReplyFields.SUBMITTED, HandoffProcess.VARIABLES);

  private final RuntimeService runtime;

  RejectionProcesses(RuntimeService runtime) {
    this.runtime = runtime;
  }

  /**
   * Assignee and deadline of the task.
   *
   * @param decision what the process begins with, or null
   */
  record Assignment(String owner, String team, Instant warnAt, Instant dueAt, String decision) {}

  /** Starts in the caller's transaction; the first step runs after it. */
  void start(String process, String handoffId, String leadId, Assignment assignment) {
    VariableMap variables =
        Variables.createVariables()
            .putValue(HandoffProcess.LEAD_ID.name(), leadId)
            .putValue(HandoffProcess.OWNER.name(), assignment.owner())
            .putValue(HandoffProcess.TEAM.name(), assignment.team())
            .putValue(HandoffProcess.WARN_AT.name(), Date.from(assignment.warnAt()))
            .putValue(HandoffProcess.DUE_AT.name(), Date.from(assignment.dueAt()))
            .putValue(HandoffProcess.DECISION.name(), assignment.decision());
    runtime.startProcessInstanceByKey(process, handoffId, variables);
  }
}
