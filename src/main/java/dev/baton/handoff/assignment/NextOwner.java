package dev.baton.handoff.assignment;

import dev.baton.handoff.record.AnswerLog;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.OpenHandoffs;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.routing.FairAssignment;
import dev.baton.routing.LedgerEntry;
import dev.baton.routing.RoutingPreference;
import dev.baton.routing.RoutingRequest;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Next owner of a handoff: whom the rules ask for, or whose turn it is; nobody who said of the lead
 * that it isn't theirs.
 */
@Component
class NextOwner {
  private final FairAssignment assignment;
  private final OpenHandoffs open;
  private final People people;
  private final AnswerLog answers;

  NextOwner(FairAssignment assignment, OpenHandoffs open, People people, AnswerLog answers) {
    this.assignment = assignment;
    this.open = open;
    this.people = people;
    this.answers = answers;
  }

  /**
   * Who was found.
   *
   * @param rep empty when nobody can take it
   * @param team that was asked
   */
  record Found(Optional<Person> rep, String team) {}

  Found find(Handoff handoff, RoutingPreference turn, Set<String> not, Instant at) {
    Set<String> except = new HashSet<>(answers.decliners(handoff.leadId()));
    except.addAll(not);
    LedgerEntry entry = assignment.take(request(handoff, turn, except), at);
    return new Found(Optional.ofNullable(entry.owner()).flatMap(people::find), entry.team());
  }

  /** Finds the first owner; the ledger knows of it, also when there is nobody. */
  LedgerEntry take(Handoff handoff, RoutingPreference preference, Instant at) {
    // nobody can have declined a lead that nobody ever owned
    Set<String> except = handoff.cycle() == 1 ? Set.of() : answers.decliners(handoff.leadId());
    return assignment.take(request(handoff, preference, except), at);
  }

  /** Tries again what nobody could take. */
  Optional<LedgerEntry> retry(Handoff handoff, RoutingPreference preference, Instant at) {
    return assignment.retry(request(handoff, preference, answers.decliners(handoff.leadId())), at);
  }

  private RoutingRequest request(Handoff handoff, RoutingPreference preference, Set<String> not) {
    return new RoutingRequest(handoff.id(), preference, not, open::count);
  }
}
