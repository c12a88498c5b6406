package dev.baton.handoff.assignment;

import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.notice.EscalationNotices;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.handoff.record.OwnerAssigned;
import dev.baton.people.Teams;
import dev.baton.routing.AssignmentLedger;
import dev.baton.routing.FairAssignment;
import dev.baton.routing.LedgerEntry;
import dev.baton.routing.RoutingPreference;
import dev.baton.routing.RoutingRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Finds an owner for a handoff; what nobody can take goes to the {@link FallbackQueue}. */
@Component
public class OwnerAssignment {
  private final Handoffs handoffs;
  private final Deadlines deadlines;
  private final EscalationNotices notices;
  private final FairAssignment assignment;
  private final Teams teams;
  private final AssignmentLedger ledger;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  OwnerAssignment(
      Handoffs handoffs,
      Deadlines deadlines,
      EscalationNotices notices,
      FairAssignment assignment,
      Teams teams,
      AssignmentLedger ledger,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.handoffs = handoffs;
    this.deadlines = deadlines;
    this.notices = notices;
    this.assignment = assignment;
    this.teams = teams;
    this.ledger = ledger;
    this.facts = facts;
    this.clock = clock;
  }

  /**
   * Gives the handoff to whom the rules ask for, or leaves it to a team that claims its leads. When
   * nobody can take it, its route clock runs on in the fallback queue and the managers are told.
   */
  public Handoff assign(String handoffId, RoutingPreference preference) {
    Handoff handoff = handoffs.lock(handoffId).orElseThrow();
    if (preference.owner() == null && teams.isPool(preference.team())) {
      return leaveToClaim(handoff, preference);
    }
    LedgerEntry entry = assignment.take(call(handoffId, preference), clock.instant());
    if (entry.owner() == null) {
      handoffs.setOwner(handoffId, null, teams.fallbackQueue());
      Handoff waiting = handoffs.find(handoffId).orElseThrow();
      notices.unrouted(waiting, entry.team());
      return waiting;
    }
    return own(handoff, entry);
  }

  /** Whoever of the team is here is told; until one of them claims it the route clock runs on. */
  private Handoff leaveToClaim(Handoff handoff, RoutingPreference preference) {
    handoffs.setOwner(handoff.id(), null, preference.team());
    ledger.given(
        handoff.id(),
        preference.team(),
        null,
        preference.rule(),
        OwnerAssigned.RULE,
        clock.instant());
    return handoffs.find(handoff.id()).orElseThrow();
  }

  /** Tries again; empty when there is still nobody. */
  Optional<Handoff> retry(Handoff waiting, RoutingPreference preference) {
    return assignment
        .retry(call(waiting.id(), preference), clock.instant())
        .map(entry -> own(waiting, entry));
  }

  private Handoff own(Handoff handoff, LedgerEntry entry) {
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

  private RoutingRequest call(String handoffId, RoutingPreference preference) {
    return new RoutingRequest(handoffId, preference, Set.of(), handoffs::open);
  }
}
