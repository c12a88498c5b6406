package dev.baton.handoff;

import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Teams;
import dev.baton.routing.Call;
import dev.baton.routing.Entry;
import dev.baton.routing.Turns;
import dev.baton.routing.Wish;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** Gives a handoff to another rep, who has the full target from now (rule R7). */
@Component
class HandOvers {
  private final Handoffs handoffs;
  private final HandoffProcess process;
  private final Progress progress;
  private final Outcomes outcomes;
  private final Clocks clocks;
  private final Escalations escalations;
  private final Turns turns;
  private final People people;
  private final Teams teams;
  private final Clock clock;

  HandOvers(
      Handoffs handoffs,
      HandoffProcess process,
      Progress progress,
      Outcomes outcomes,
      Clocks clocks,
      Escalations escalations,
      Turns turns,
      People people,
      Teams teams,
      Clock clock) {
    this.handoffs = handoffs;
    this.process = process;
    this.progress = progress;
    this.outcomes = outcomes;
    this.clocks = clocks;
    this.escalations = escalations;
    this.turns = turns;
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
    Wish turn = Wish.turn(why, handoff.team());
    Set<String> not = Set.of(handoff.owner());
    Entry entry = turns.take(new Call(handoff.id(), turn, not, handoffs::open), clock.instant());
    Optional<Person> next = Optional.ofNullable(entry.owner()).flatMap(people::find);
    if (next.isPresent()) {
      give(handoff, next.get(), reason, OwnerAssigned.RULE);
    } else if (!outcomes.isDealRunning(handoff)) {
      awaitTask(handoff);
      progress.release(handoff, teams.fallbackQueue(), reason, clock.instant());
      Handoff waiting = handoffs.find(handoff.id()).orElseThrow();
      process.restart(waiting);
      escalations.unrouted(waiting, entry.team());
    } else {
      escalations.unrouted(handoff, entry.team());
    }
  }

  /**
   * Ends the old round, starts a fresh one and tells the new owner.
   *
   * @param by who decided it: a person's id, or {@code rule}
   * @throws ConcurrencyFailureException while the process is between two questions
   */
  void give(Handoff handoff, Person rep, String reason, String by) {
    boolean dealRuns = outcomes.isDealRunning(handoff);
    if (!dealRuns) {
      awaitTask(handoff);
    }
    progress.handOver(handoff, rep, reason, by, clock.instant());
    if (!dealRuns) {
      process.restart(handoffs.find(handoff.id()).orElseThrow());
    }
    clocks.alertOwner(handoff.id());
  }

  private void awaitTask(Handoff handoff) {
    if (!process.isAtTask(handoff)) {
      throw new ConcurrencyFailureException("The process is on its way to the next question");
    }
  }
}
