package dev.baton.handoff.assignment;

import dev.baton.handoff.lifecycle.AnswerPreconditions;
import dev.baton.handoff.lifecycle.DeadlineSteps;
import dev.baton.handoff.lifecycle.OwnershipTransfer;
import dev.baton.handoff.notice.EscalationNotices;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.handoff.record.OwnerAssigned;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Teams;
import dev.baton.routing.FairAssignment;
import dev.baton.routing.LedgerEntry;
import dev.baton.routing.RoutingPreference;
import dev.baton.routing.RoutingRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** Gives a handoff to another rep, who has the full target from now (rule R7). */
@Component
public class Reassignments {
  private final Handoffs handoffs;
  private final HandoffProcess process;
  private final OwnershipTransfer transfer;
  private final AnswerPreconditions preconditions;
  private final DeadlineSteps steps;
  private final EscalationNotices notices;
  private final FairAssignment assignment;
  private final People people;
  private final Teams teams;
  private final Clock clock;

  Reassignments(
      Handoffs handoffs,
      HandoffProcess process,
      OwnershipTransfer transfer,
      AnswerPreconditions preconditions,
      DeadlineSteps steps,
      EscalationNotices notices,
      FairAssignment assignment,
      People people,
      Teams teams,
      Clock clock) {
    this.handoffs = handoffs;
    this.process = process;
    this.transfer = transfer;
    this.preconditions = preconditions;
    this.steps = steps;
    this.notices = notices;
    this.assignment = assignment;
    this.people = people;
    this.teams = teams;
    this.clock = clock;
  }

  /**
   * Gives it to the colleague whose turn it is; with nobody there it waits in the fallback queue.
   *
   * @param why as the routing ledger says it
   */
  void giveToNext(Handoff handoff, String why, String reason) {
    RoutingPreference turn = RoutingPreference.turn(why, handoff.team());
    Set<String> not = Set.of(handoff.owner());
    LedgerEntry entry =
        assignment.take(
            new RoutingRequest(handoff.id(), turn, not, handoffs::open), clock.instant());
    Optional<Person> next = Optional.ofNullable(entry.owner()).flatMap(people::find);
    if (next.isPresent()) {
      give(handoff, next.get(), reason, OwnerAssigned.RULE);
    } else if (!preconditions.isDealRunning(handoff)) {
      awaitTask(handoff);
      transfer.release(handoff, teams.fallbackQueue(), reason, clock.instant());
      Handoff waiting = handoffs.find(handoff.id()).orElseThrow();
      process.restart(waiting);
      notices.unrouted(waiting, entry.team());
    } else {
      notices.unrouted(handoff, entry.team());
    }
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
    transfer.handOver(handoff, rep, reason, by, clock.instant());
    if (!dealRuns) {
      process.restart(handoffs.find(handoff.id()).orElseThrow());
    }
    steps.alertOwner(handoff.id());
  }

  private void awaitTask(Handoff handoff) {
    if (!process.isAtTask(handoff)) {
      throw new ConcurrencyFailureException("The process is on its way to the next question");
    }
  }
}
