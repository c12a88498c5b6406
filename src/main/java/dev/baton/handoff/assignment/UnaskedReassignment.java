package dev.baton.handoff.assignment;

import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.text.Text;
import dev.baton.handoff.lifecycle.DeadlineSteps;
import dev.baton.handoff.lifecycle.HandoffRestart;
import dev.baton.handoff.lifecycle.OwnershipTransfer;
import dev.baton.handoff.notice.HandoffNotices;
import dev.baton.handoff.notice.QuestionTexts;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.process.ProcessCheck;
import dev.baton.handoff.process.ProcessProblem;
import dev.baton.handoff.record.Handoff;
import dev.baton.people.Person;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Gives a handoff to another rep while its process doesn't ask anybody: a process that will still
 * come to its question asks the new owner there, any other is started where the row stands.
 */
@Component
public class UnaskedReassignment {
  private final OwnershipTransfer transfer;
  private final HandoffRestart restart;
  private final HandoffProcess process;
  private final ProcessCheck check;
  private final DeadlineSteps steps;
  private final HandoffNotices notices;
  private final Clock clock;

  UnaskedReassignment(
      OwnershipTransfer transfer,
      HandoffRestart restart,
      HandoffProcess process,
      ProcessCheck check,
      DeadlineSteps steps,
      HandoffNotices notices,
      Clock clock) {
    this.transfer = transfer;
    this.restart = restart;
    this.process = process;
    this.check = check;
    this.steps = steps;
    this.notices = notices;
    this.clock = clock;
  }

  /** Locks a handoff to be given. */
  public Handoff lock(String handoffId) {
    return restart.lock(handoffId);
  }

  /** Gives a locked handoff. */
  public void give(Handoff handoff, Person rep, String reason, String by) {
    Instant now = clock.instant();
    Optional<ProcessProblem> problem = check.of(handoff.id());
    boolean goesOn =
        problem.isEmpty() ? !process.isAtTask(handoff) : problem.get() == ProcessProblem.STEP_FAILS;
    // before the routing it would find another owner; a step that fails would fail again
    boolean asksLater = goesOn && handoff.team() != null;
    Optional<String> added = restart.added(handoff);
    Handoff owned = transfer.handOver(handoff, rep, reason, by, now);
    if (asksLater) {
      process.setOwner(owned);
      notices.tell(
          owned,
          NoticeKind.REASSIGNED,
          "given:%s:%s:%d".formatted(owned.id(), rep.id(), now.toEpochMilli()),
          rep.id(),
          Text.of("given", Map.of("task", QuestionTexts.task(owned.state()))),
          null);
    } else {
      restart.restart(owned.id(), added);
      steps.alertOwner(owned.id());
    }
  }
}
