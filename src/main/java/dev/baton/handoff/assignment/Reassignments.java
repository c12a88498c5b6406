package dev.baton.handoff.assignment;

import dev.baton.engine.task.TaskNotOpen;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.lifecycle.AnswerPreconditions;
import dev.baton.handoff.lifecycle.DeadlineSteps;
import dev.baton.handoff.lifecycle.OwnershipTransfer;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.handoff.record.OwnerAssigned;
import dev.baton.people.Person;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Gives a handoff to another rep, who has the full target from now (rule R7). */
@Component
public class Reassignments {
  private final Handoffs handoffs;
  private final Deadlines deadlines;
  private final HandoffProcess process;
  private final OwnershipTransfer transfer;
  private final AnswerPreconditions preconditions;
  private final DeadlineSteps steps;
  private final Clock clock;

  Reassignments(
      Handoffs handoffs,
      Deadlines deadlines,
      HandoffProcess process,
      OwnershipTransfer transfer,
      AnswerPreconditions preconditions,
      DeadlineSteps steps,
      Clock clock) {
    this.handoffs = handoffs;
    this.deadlines = deadlines;
    this.process = process;
    this.transfer = transfer;
    this.preconditions = preconditions;
    this.steps = steps;
    this.clock = clock;
  }

  /**
   * Ends the old round, starts a fresh one and tells the new owner.
   *
   * @param by who decided it: a person's id, or {@code rule}
   * @throws ConcurrencyFailureException while the process is between two questions
   */
  public void give(Handoff handoff, Person rep, String reason, String by) {
    boolean dealRuns = preconditions.isDealRunning(handoff);
    if (!dealRuns) {
      awaitTask(handoff);
    }
    Handoff owned = transfer.handOver(handoff, rep, reason, by, clock.instant());
    if (!dealRuns) {
      process.restart(owned);
    }
    steps.alertOwner(handoff.id());
  }

  /**
   * The same by an escalation ladder, which takes all that is overdue and goes on to its own end;
   * the ladder of another overdue question ends.
   *
   * @param ladder the process that does so
   */
  void giveOverdue(Handoff handoff, Person rep, String reason, String ladder) {
    deadlines.asked(handoff).stream()
        .filter(deadline -> deadline.missedAt() != null)
        .forEach(deadline -> deadlines.take(deadline, clock.instant()));
    process.endLaddersBut(ladder, handoff.id());
    give(handoff, rep, reason, OwnerAssigned.RULE);
  }

  /** Takes it from its owner; it waits in the queue with a fresh clock. */
  Handoff release(Handoff handoff, String queue, String reason) {
    awaitTask(handoff);
    transfer.release(handoff, queue, reason, clock.instant());
    Handoff waiting = handoffs.find(handoff.id()).orElseThrow();
    process.restart(waiting);
    return waiting;
  }

  /** Somebody has got what nobody had: the round of the queue ends, and theirs begins. */
  void restart(Handoff handoff) {
    deadlines.asked(handoff).forEach(deadline -> deadlines.end(deadline, clock.instant()));
    process.restart(handoff);
    steps.alertOwner(handoff.id());
  }

  private void awaitTask(Handoff handoff) {
    if (!process.asks(handoff)) {
      throw new TaskNotOpen(handoff.id());
    }
  }
}
