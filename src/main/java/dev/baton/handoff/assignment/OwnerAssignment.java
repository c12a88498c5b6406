package dev.baton.handoff.assignment;

import dev.baton.handoff.lifecycle.OwnershipTransfer;
import dev.baton.handoff.notice.EscalationNotices;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.handoff.record.OwnerAssigned;
import dev.baton.people.Teams;
import dev.baton.routing.AssignmentLedger;
import dev.baton.routing.LedgerEntry;
import dev.baton.routing.RoutingPreference;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds an owner for a handoff; what nobody can take goes to the {@link FallbackQueue}. */
@Component
public class OwnerAssignment {
  private final Handoffs handoffs;
  private final NextOwner nextOwner;
  private final OwnershipTransfer transfer;
  private final EscalationNotices notices;
  private final Teams teams;
  private final AssignmentLedger ledger;
  private final Clock clock;

  OwnerAssignment(
      Handoffs handoffs,
      NextOwner nextOwner,
      OwnershipTransfer transfer,
      EscalationNotices notices,
      Teams teams,
      AssignmentLedger ledger,
      Clock clock) {
    this.handoffs = handoffs;
    this.nextOwner = nextOwner;
    this.transfer = transfer;
    this.notices = notices;
    this.teams = teams;
    this.ledger = ledger;
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
    LedgerEntry entry = nextOwner.take(handoff, preference, clock.instant());
    String owner = entry.owner();
    if (owner == null) {
      handoffs.setOwner(handoffId, null, teams.fallbackQueue());
      Handoff waiting = handoffs.find(handoffId).orElseThrow();
      notices.unrouted(waiting, entry.team());
      return waiting;
    }
    return transfer.assign(handoff, owner, entry.team(), entry.at());
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
    return nextOwner
        .retry(waiting, preference, clock.instant())
        .flatMap(
            entry ->
                Optional.ofNullable(entry.owner())
                    .map(owner -> transfer.assign(waiting, owner, entry.team(), entry.at())));
  }
}
