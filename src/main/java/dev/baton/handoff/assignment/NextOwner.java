package dev.baton.handoff.assignment;

import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
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

/** The next owner of a handoff that its owner has to give away: whose turn it is. */
@Component
class NextOwner {
  private final FairAssignment assignment;
  private final Handoffs handoffs;
  private final People people;

  NextOwner(FairAssignment assignment, Handoffs handoffs, People people) {
    this.assignment = assignment;
    this.handoffs = handoffs;
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
    LedgerEntry entry =
        assignment.take(new RoutingRequest(handoff.id(), turn, not, handoffs::open), at);
    return new Found(Optional.ofNullable(entry.owner()).flatMap(people::find), entry.team());
  }
}
