package dev.baton.rejection;

import dev.baton.engine.ProcessInstances;
import dev.baton.engine.TaskFields;
import dev.baton.handoff.process.HandoffProcess;
import java.time.Instant;
import java.util.Date;
import org.springframework.stereotype.Component;

/**
 * What people owe after a no, each a process of its own beside the handoff's, with its business
 * key: an answer of marketing, another contact, the other record of a duplicate.
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
   * Who owes it, by when.
   *
   * @param decision what the process begins with, or null
   */
  record Duty(String owner, String team, Instant warnAt, Instant dueAt, String decision) {}

  /** Starts in the caller's transaction; the first step runs after it. */
  void start(String process, String handoffId, String leadId, Duty duty) {
    instances
        .start(process, handoffId)
        .with(HandoffProcess.LEAD_ID, leadId)
        .with(HandoffProcess.OWNER, duty.owner())
        .with(HandoffProcess.TEAM, duty.team())
        .with(HandoffProcess.WARN_AT, Date.from(duty.warnAt()))
        .with(HandoffProcess.DUE_AT, Date.from(duty.dueAt()))
        .with(HandoffProcess.DECISION, duty.decision())
        .run();
  }
}
