package dev.baton.rejection;

import dev.baton.engine.ProcessInstances;
import dev.baton.engine.task.TaskFields;
import dev.baton.handoff.process.HandoffProcess;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;
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

  private final ProcessInstances instances;

  RejectionProcesses(ProcessInstances instances) {
    this.instances = instances;
  }

  /**
   * Assignee and deadline of the task.
   *
   * @param decision what the process begins with, or null
   */
  record Assignment(
      @Nullable String owner,
      @Nullable String team,
      Instant warnAt,
      Instant dueAt,
      @Nullable String decision) {}

  /** Starts in the caller's transaction; the first step runs after it. */
  void start(String process, String handoffId, String leadId, Assignment assignment) {
    instances
        .start(process, handoffId)
        .with(HandoffProcess.LEAD_ID, leadId)
        .with(HandoffProcess.OWNER, assignment.owner())
        .with(HandoffProcess.TEAM, assignment.team())
        .with(HandoffProcess.WARN_AT, Date.from(assignment.warnAt()))
        .with(HandoffProcess.DUE_AT, Date.from(assignment.dueAt()))
        .with(HandoffProcess.DECISION, assignment.decision())
        .run();
  }
}
