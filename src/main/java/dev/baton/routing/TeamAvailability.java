package dev.baton.routing;

import dev.baton.people.Availability;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Presence;
import dev.baton.routing.AssignmentLedger.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Availability of a team: who is there, who is kept from taking a lead and by what. */
@Component
class TeamAvailability {
  private final People people;
  private final Availability availability;
  private final AssignmentLedger ledger;
  private final Eligibility eligibility;

  TeamAvailability(People people, Availability availability, AssignmentLedger ledger) {
    this.people = people;
    this.availability = availability;
    this.ledger = ledger;
    this.eligibility = new Eligibility(ledger);
  }

  /** The reps of the request's team as they stand at an instant. */
  List<Candidate> of(RoutingRequest request, Instant at) {
    List<Person> reps = people.activeReps(request.preference().team());
    if (reps.isEmpty()) {
      return List.of();
    }
    Map<String, Presence> presences = availability.of(reps, at);
    Map<String, Standing> standings =
        ledger.standings(request.preference().team(), reps.stream().map(Person::id).toList());
    Map<String, Integer> open = open(request, reps);
    return reps.stream()
        .map(
            rep -> {
              Presence presence = Objects.requireNonNull(presences.get(rep.id()), rep.id());
              Standing standing = standings.getOrDefault(rep.id(), new Standing(rep.id(), 0L, 0L));
              Candidate candidate = candidate(rep, presence, standing, request.preference());
              return eligibility
                  .of(rep, presence, request, open.getOrDefault(rep.id(), 0), at)
                  .map(candidate::hindered)
                  .orElse(candidate);
            })
        .toList();
  }

  /** The same, each standing where their open leads have brought them: the fewest come first. */
  List<Candidate> byOpenLeads(RoutingRequest request, Instant at) {
    List<Candidate> reps = of(request, at);
    Map<String, Integer> open =
        request.openHandoffs().apply(reps.stream().map(Candidate::rep).toList());
    return reps.stream().map(rep -> rep.having(open.getOrDefault(rep.rep(), 0))).toList();
  }

  /** The team that looks after a company whose owner can't. */
  Optional<String> teamOf(String owner) {
    return people.find(owner).map(Person::team);
  }

  /**
   * What keeps the owner of a company from getting its lead, if anything does. Only who seems free
   * is locked: a turn in the team locks the team first.
   */
  Optional<Ineligibility> ofOwner(String owner, RoutingRequest request, Instant at) {
    return ofOwner(people.find(owner), request, at)
        .or(() -> ofOwner(people.lock(owner), request, at));
  }

  private Optional<Ineligibility> ofOwner(
      Optional<Person> owner, RoutingRequest request, Instant at) {
    Optional<Person> rep = owner.filter(Person::isRep);
    if (rep.isEmpty()) {
      return Optional.of(new Ineligibility(SkipReason.INACTIVE, "is not in sales"));
    }
    return Eligibility.hadIt(rep.get(), request)
        .or(() -> Eligibility.away(rep.get(), availability.of(rep.get(), at)));
  }

  /**
   * What has changed for the one who was chosen: read again with the row locked, so that nobody
   * leaves meanwhile and two teams don't fill the same cap twice.
   */
  Optional<Ineligibility> ofChosen(String rep, RoutingRequest request, Instant at) {
    Person locked = people.lock(rep).orElseThrow();
    if (!locked.isActiveRep()) {
      return Optional.of(new Ineligibility(SkipReason.INACTIVE, "left just now"));
    }
    int open = open(request, List.of(locked)).getOrDefault(rep, 0);
    return eligibility.dailyCap(locked, at).or(() -> Eligibility.openCap(locked, open));
  }

  private static Candidate candidate(
      Person rep, Presence presence, Standing standing, RoutingPreference preference) {
    return new Candidate(
        rep.id(),
        rep.terms().weight(),
        standing.tag(),
        standing.lastTurn(),
        presence.isOnShift(),
        preference.skill() != null && rep.terms().skills().contains(preference.skill()),
        null,
        presence.isOnShift() ? null : presence.words(rep.zone()));
  }

  private static Map<String, Integer> open(RoutingRequest request, List<Person> reps) {
    List<String> capped =
        reps.stream().filter(rep -> rep.terms().openCap() != null).map(Person::id).toList();
    return capped.isEmpty() ? Map.of() : request.openHandoffs().apply(capped);
  }
}
