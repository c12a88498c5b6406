package dev.baton.handoff;

import dev.baton.people.Teams;
import dev.baton.routing.Call;
import dev.baton.routing.Entry;
import dev.baton.routing.Ledger;
import dev.baton.routing.Turns;
import dev.baton.routing.Wish;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Finds an owner for a handoff. What nobody can take goes to the fallback queue, which managers see
 * and no rep does, and leaves it as soon as somebody can.
 */
@Component
public class Assignments {
  private final Handoffs handoffs;
  private final Deadlines deadlines;
  private final HandoffProcess process;
  private final Announcements announcements;
  private final Turns turns;
  private final Ledger ledger;
  private final Teams teams;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  Assignments(
      Handoffs handoffs,
      Deadlines deadlines,
      HandoffProcess process,
      Announcements announcements,
      Turns turns,
      Ledger ledger,
      Teams teams,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.handoffs = handoffs;
    this.deadlines = deadlines;
    this.process = process;
    this.announcements = announcements;
    this.turns = turns;
    this.ledger = ledger;
    this.teams = teams;
    this.facts = facts;
    this.clock = clock;
  }

  /**
   * Gives the handoff to whom the rules ask for. When nobody can take it, its route clock runs on
   * in the fallback queue and the managers are told.
   */
  public Handoff assign(String handoffId, Wish wish) {
    Handoff handoff = handoffs.lock(handoffId).orElseThrow();
    Entry entry = turns.take(call(handoffId, wish), clock.instant());
    if (entry.owner() == null) {
      handoffs.setOwner(handoffId, null, teams.fallbackQueue());
      Handoff waiting = handoffs.find(handoffId).orElseThrow();
      announcements.unrouted(waiting, entry.team());
      return waiting;
    }
    return own(handoff, entry);
  }

  /** What waits in the fallback queue, the oldest first. */
  List<Handoff> unrouted(int most) {
    return handoffs.unowned(teams.fallbackQueue(), most);
  }

  /** Whom the rules asked for when nobody could take it. */
  Optional<Wish> asked(Handoff waiting) {
    return ledger.of(waiting.id()).stream()
        .filter(entry -> entry.owner() == null)
        .reduce((earlier, later) -> later)
        .map(Entry::wish);
  }

  /**
   * Gives a handoff that waits in the fallback queue to who can take it now; its clock starts anew,
   * since the time in the queue was nobody's.
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
    Optional<Entry> entry = turns.retry(call(handoffId, wish), clock.instant());
    entry.ifPresent(
        found -> {
          deadlines
              .running(handoffId, waiting.state().clock())
              .ifPresent(deadline -> deadlines.end(deadline, found.at()));
          process.restart(own(waiting, found));
        });
    return entry.isPresent();
  }

  private Handoff own(Handoff handoff, Entry entry) {
    Instant at = entry.at();
    handoffs.setOwner(handoff.id(), entry.owner(), entry.team());
    facts.publishEvent(
        new OwnerAssigned(
            handoff.id(), handoff.leadId(), entry.owner(), entry.team(), OwnerAssigned.RULE, at));
    deadlines
        .running(handoff.id(), Deadlines.ROUTE)
        .ifPresent(deadline -> deadlines.answer(deadline, at));
    return handoffs.find(handoff.id()).orElseThrow();
  }

  private Call call(String handoffId, Wish wish) {
    return new Call(handoffId, wish, Set.of(), handoffs::open);
  }
}
