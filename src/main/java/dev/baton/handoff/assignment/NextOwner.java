package dev.baton.handoff.assignment;

import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.OpenHandoffs;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.routing.FairAssignment;
import dev.baton.routing.LedgerEntry;
import dev.baton.routing.RoutingPreference;
import dev.baton.routing.RoutingRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Next owner of a handoff: whom the rules ask for, or whose turn it is. */
@Component
class NextOwner {
  private final FairAssignment assignment;
  private final OpenHandoffs open;
  private final People people;

  NextOwner(FairAssignment assignment, OpenHandoffs open, People people) {
    this.assignment = assignment;
    this.open = open;
    this.people = people;
  }

  /**
   * Who was found.
   *
   * @param rep empty when nobody can take it
   * @param team that was asked
   */
  record Found(Optional<Person> rep, String team) {}

  Found find(Handoff handoff, RoutingPreference turn, Set<String> not, Instant at) {
    LedgerEntry entry = take(handoff.id(), turn, not, at);
    return new Found(Optional.ofNullable(entry.owner()).flatMap(people::find), entry.team());
  }

  /** Finds an owner who is none of these; the ledger knows of it, also when there is nobody. */
  LedgerEntry take(String handoffId, RoutingPreference preference, Set<String> not, Instant at) {
    return assignment.take(request(handoffId, preference, not), at);
  }

  /** Tries again what nobody could take. */
  Optional<LedgerEntry> retry(String handoffId, RoutingPreference preference, Instant at) {
    return assignment.retry(request(handoffId, preference, Set.of()), at);
  }

  private RoutingRequest request(String handoffId, RoutingPreference preference, Set<String> not) {
    return new RoutingRequest(handoffId, preference, not, open::count);
  }
}
