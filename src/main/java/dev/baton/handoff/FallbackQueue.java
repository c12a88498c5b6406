package dev.baton.handoff;

import dev.baton.people.Teams;
import dev.baton.routing.Entry;
import dev.baton.routing.Ledger;
import dev.baton.routing.Wish;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The handoffs that nobody could take: managers see them, no rep does, and they leave as soon as
 * somebody in the team that was asked for can take them.
 */
@Component
class FallbackQueue {
  private final Handoffs handoffs;
  private final Deadlines deadlines;
  private final HandoffProcess process;
  private final Assignments assignments;
  private final Clocks clocks;
  private final Ledger ledger;
  private final Teams teams;
  private final Clock clock;

  FallbackQueue(
      Handoffs handoffs,
      Deadlines deadlines,
      HandoffProcess process,
      Assignments assignments,
      Clocks clocks,
      Ledger ledger,
      Teams teams,
      Clock clock) {
    this.handoffs = handoffs;
    this.deadlines = deadlines;
    this.process = process;
    this.assignments = assignments;
    this.clocks = clocks;
    this.ledger = ledger;
    this.teams = teams;
    this.clock = clock;
  }

  /** What waits for an owner, the oldest first. */
  List<Handoff> waiting(int most) {
    return handoffs.unowned(teams.fallbackQueue(), most);
  }

  /** Whom the rules asked for when nobody could take it. */
  Optional<Wish> asked(Handoff waiting) {
    return ledger.of(waiting.id()).stream()
        .filter(entry -> entry.owner() == null && !teams.isFallbackQueue(entry.team()))
        .reduce((earlier, later) -> later)
        .map(Entry::wish);
  }

  /**
   * Gives a waiting handoff to who can take it now. Its clock starts anew: the time in the queue
   * was nobody's, and Time since MQL shows it.
   *
   * @return false when there is still nobody
   */
  boolean retry(String handoffId, Wish wish) {
    Handoff waiting = handoffs.lock(handoffId).orElseThrow();
    boolean waits =
        waiting.owner() == null && !waiting.isClosed() && teams.isFallbackQueue(waiting.team());
    if (!waits || !process.isAtTask(waiting)) {
      return true;
    }
    Optional<Handoff> owned = assignments.retry(waiting, wish);
    owned.ifPresent(
        handoff -> {
          deadlines
              .running(handoffId, handoff.state().clock())
              .ifPresent(deadline -> deadlines.end(deadline, clock.instant()));
          process.restart(handoff);
          clocks.alertOwner(handoffId);
        });
    return owned.isPresent();
  }
}
