package dev.baton.handoff;

import dev.baton.people.Person;
import java.time.Clock;
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
  private final Clock clock;

  HandOvers(
      Handoffs handoffs,
      HandoffProcess process,
      Progress progress,
      Outcomes outcomes,
      Clocks clocks,
      Clock clock) {
    this.handoffs = handoffs;
    this.process = process;
    this.progress = progress;
    this.outcomes = outcomes;
    this.clocks = clocks;
    this.clock = clock;
  }

  /**
   * Ends the old round, starts a fresh one and tells the new owner.
   *
   * @param by who decided it: a person's id, or {@code rule}
   * @throws ConcurrencyFailureException while the process is between two questions
   */
  void give(Handoff handoff, Person rep, String reason, String by) {
    boolean dealRuns = outcomes.isDealRunning(handoff);
    if (!dealRuns && !process.isAtTask(handoff)) {
      throw new ConcurrencyFailureException("The process is on its way to the next question");
    }
    progress.handOver(handoff, rep, reason, by, clock.instant());
    if (!dealRuns) {
      process.restart(handoffs.find(handoff.id()).orElseThrow());
    }
    clocks.alertOwner(handoff.id());
  }
}
