package dev.baton.handoff.assignment;

import dev.baton.engine.task.TaskNotOpen;
import dev.baton.handoff.lifecycle.AnswerPreconditions;
import dev.baton.handoff.lifecycle.OwnershipTransfer;
import dev.baton.handoff.notice.OwnerNotices;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.OwnerAssigned;
import dev.baton.people.Person;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Transfer of a handoff for as long as its owner is away, or when they are back, with a fresh clock
 * (rule R7): what has an owner stays its team's, and the new one hears of all such leads together.
 */
@Component
class AbsenceTransfer {
  private final HandoffProcess process;
  private final OwnershipTransfer transfer;
  private final AnswerPreconditions preconditions;
  private final OwnerNotices notices;
  private final Clock clock;

  AbsenceTransfer(
      HandoffProcess process,
      OwnershipTransfer transfer,
      AnswerPreconditions preconditions,
      OwnerNotices notices,
      Clock clock) {
    this.process = process;
    this.transfer = transfer;
    this.preconditions = preconditions;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * Gives a locked handoff.
   *
   * @throws TaskNotOpen while the process is between two questions
   */
  void give(Handoff handoff, Person rep, String reason) {
    boolean dealRuns = preconditions.isDealRunning(handoff);
    if (!dealRuns && !process.asks(handoff)) {
      throw new TaskNotOpen(handoff.id());
    }
    Handoff owned =
        handoff.owner() == null
            ? transfer.handOver(handoff, rep, reason, OwnerAssigned.RULE, clock.instant())
            : transfer.handOverWithinTeam(handoff, rep, reason, clock.instant());
    if (!dealRuns) {
      process.restart(owned);
      notices.toldTogether(owned);
    }
  }
}
