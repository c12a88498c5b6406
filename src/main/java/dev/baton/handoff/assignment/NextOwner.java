package dev.baton.handoff.assignment;

import dev.baton.handoff.record.AnswerLog;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.OpenHandoffs;
import dev.baton.handoff.record.OwnerAssigned;
import dev.baton.people.Availability;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Presence;
import dev.baton.routing.AssignmentLedger;
import dev.baton.routing.FairAssignment;
import dev.baton.routing.LedgerEntry;
import dev.baton.routing.RoutingPreference;
import dev.baton.routing.RoutingRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
  private final Availability availability;
  private final AssignmentLedger ledger;

  NextOwner(
      FairAssignment assignment,
      OpenHandoffs open,
      People people,
      AnswerLog answers,
      Availability availability,
      AssignmentLedger ledger) {
    this.assignment = assignment;
    this.open = open;
    this.people = people;
    this.answers = answers;
    this.availability = availability;
    this.ledger = ledger;
  }

  /**
   * Who was found.
   *
   * @param rep empty when nobody can take it
   * @param team that was asked
   */
  record Found(Optional<Person> rep, String team) {}

  Found find(Handoff handoff, RoutingPreference turn, Set<String> not, Instant at) {
    Set<String> declined = answers.decliners(handoff.leadId());
    LedgerEntry entry = assignment.take(request(handoff, turn, not, declined), at);
    return new Found(Optional.ofNullable(entry.owner()).flatMap(people::find), entry.team());
  }

  /**
   * Who gets it while its owner is away: who is named, or whom the routing chooses outside the
   * turns when nobody is, or when who is named is away too, has left or has declined this lead.
   */
  Optional<Person> whileAway(Handoff handoff, String owner, @Nullable String named, Instant at) {
    Set<String> declined = answers.decliners(handoff.leadId());
    Optional<Person> standIn =
        Optional.ofNullable(named)
            .filter(id -> !declined.contains(id) && !id.equals(owner))
            .flatMap(people::lock)
            .filter(Person::isActiveRep)
            .filter(rep -> availability.of(rep, at).state() != Presence.State.ABSENT);
    standIn.ifPresent(rep -> goesTo(handoff, rep.id(), AssignmentLedger.STAND_IN, at));
    return standIn.or(
        () -> {
          RoutingPreference asked =
              RoutingPreference.turn(AssignmentLedger.ABSENCE, handoff.routedTeam());
          return assignment
              .takeOutsideTurns(request(handoff, asked, Set.of(owner), declined), at)
              .map(LedgerEntry::owner)
              .flatMap(people::find);
        });
  }

  /** Its owner is back: no turn is spent. */
  void isBack(Handoff handoff, String owner, Instant at) {
    goesTo(handoff, owner, AssignmentLedger.BACK, at);
  }

  private void goesTo(Handoff handoff, String owner, String rule, Instant at) {
    ledger.given(handoff.id(), handoff.routedTeam(), owner, rule, OwnerAssigned.RULE, at);
  }

  /** Finds the first owner; the ledger knows of it, also when there is nobody. */
  LedgerEntry take(Handoff handoff, RoutingPreference preference, Instant at) {
    // nobody can have declined a lead that nobody ever owned
    Set<String> declined = handoff.cycle() == 1 ? Set.of() : answers.decliners(handoff.leadId());
    return assignment.take(request(handoff, preference, Set.of(), declined), at);
  }

  /** Tries again what nobody could take. */
  Optional<LedgerEntry> retry(Handoff handoff, RoutingPreference preference, Instant at) {
    Set<String> declined = answers.decliners(handoff.leadId());
    return assignment.retry(request(handoff, preference, Set.of(), declined), at);
  }

  private RoutingRequest request(
      Handoff handoff, RoutingPreference preference, Set<String> not, Set<String> declined) {
    return new RoutingRequest(handoff.id(), preference, not, declined, open::count);
  }
}
