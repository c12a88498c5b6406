package dev.baton.handoff;

import dev.baton.people.Teams;
import dev.baton.routing.Call;
import dev.baton.routing.Entry;
import dev.baton.routing.Ledger;
import dev.baton.routing.Turns;
import dev.baton.routing.Wish;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Finds an owner for a handoff; what nobody can take goes to the {@link FallbackQueue}. */
@Component
public class Assignments {
  private final Handoffs handoffs;
  private final Deadlines deadlines;
  private final Escalations escalations;
  private final Turns turns;
  private final Teams teams;
  private final Ledger ledger;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  Assignments(
      Handoffs handoffs,
      Deadlines deadlines,
      Escalations escalations,
      Turns turns,
      Teams teams,
      Ledger ledger,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.handoffs = handoffs;
    this.deadlines = deadlines;
    this.escalations = escalations;
    this.turns = turns;
    this.teams = teams;
    this.ledger = ledger;
    this.facts = facts;
    this.clock = clock;
  }

  /**
   * Gives the handoff to whom the rules ask for, or leaves it to a team that claims its leads. When
   * nobody can take it, its route clock runs on in the fallback queue and the managers are told.
   */
  public Handoff assign(String handoffId, Wish wish) {
    Handoff handoff = handoffs.lock(handoffId).orElseThrow();
    if (wish.owner() == null && teams.isPool(wish.team())) {
      return leaveToClaim(handoff, wish);
    }
    Entry entry = turns.take(call(handoffId, wish), clock.instant());
    if (entry.owner() == null) {
      handoffs.setOwner(handoffId, null, teams.fallbackQueue());
      Handoff waiting = handoffs.find(handoffId).orElseThrow();
      escalations.unrouted(waiting, entry.team());
      return waiting;
    }
    return own(handoff, entry);
  }

  /** Whoever of the team is here is told; until one of them claims it the route clock runs on. */
  private Handoff leaveToClaim(Handoff handoff, Wish wish) {
    handoffs.setOwner(handoff.id(), null, wish.team());
    ledger.given(handoff.id(), wish.team(), null, wish.rule(), OwnerAssigned.RULE, clock.instant());
    return handoffs.find(handoff.id()).orElseThrow();
  }

  /** Tries again; empty when there is still nobody. */
  Optional<Handoff> retry(Handoff waiting, Wish wish) {
    return turns.retry(call(waiting.id(), wish), clock.instant()).map(entry -> own(waiting, entry));
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
