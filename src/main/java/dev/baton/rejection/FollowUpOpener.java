package dev.baton.rejection;

import dev.baton.handoff.record.LeadSentBack;
import dev.baton.rejection.followup.FollowUpTasks;
import dev.baton.rejection.followup.MarketingSlaTargets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens follow-up tasks of rejections, each with its deadline and its process. */
@Component
class FollowUpOpener {
  private final FollowUpTasks tasks;
  private final MarketingSlaTargets targets;
  private final RejectionProcesses processes;

  FollowUpOpener(FollowUpTasks tasks, MarketingSlaTargets targets, RejectionProcesses processes) {
    this.tasks = tasks;
    this.targets = targets;
    this.processes = processes;
  }

  /**
   * What a follow-up begins with.
   *
   * @param decision what its process begins with, or null
   * @param lead the lead that it is about, or null
   */
  record Draft(
      String kind,
      String process,
      @Nullable String owner,
      @Nullable String team,
      @Nullable String decision,
      @Nullable String lead) {}

  /** By when it is due; empty when it was opened before. */
  Optional<Instant> open(LeadSentBack sentBack, Draft draft) {
    MarketingSlaTargets.Due due = targets.due(draft.kind(), sentBack.at());
    String handoffId = sentBack.handoffId();
    if (!tasks.open(handoffId, draft.kind(), draft.owner(), due.dueAt(), draft.lead())) {
      return Optional.empty();
    }
    processes.start(
        draft.process(),
        handoffId,
        sentBack.leadId(),
        new RejectionProcesses.Assignment(
            draft.owner(), draft.team(), due.warnAt(), due.dueAt(), draft.decision()));
    return Optional.of(due.dueAt());
  }
}
