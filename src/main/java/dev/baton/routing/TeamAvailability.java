package dev.baton.routing;

import dev.baton.people.Availability;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Presence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Calls the roll of a team: who is there, who is kept from taking a lead and by what. */
@Component
class TeamAvailability {
  private final People people;
  private final Availability availability;
  private final AssignmentLedger ledger;

  TeamAvailability(People people, Availability availability, AssignmentLedger ledger) {
    this.people = people;
    this.availability = availability;
    this.ledger = ledger;
  }

  /** The reps of the call's team as they stand at an instant. */
  List<Candidate> of(RoutingRequest request, Instant at) {
    List<Person> reps = people.activeReps(request.wish().team());
    if (reps.isEmpty()) {
      return List.of();
    }
    Map<String, Presence> presences = availability.of(reps, at);
    Map<String, AssignmentLedger.Standing> standings =
        ledger.standings(request.wish().team(), reps.stream().map(Person::id).toList());
    Map<String, Integer> open = open(request, reps);
    return reps.stream()
        .map(
            rep -> {
              Presence presence = presences.get(rep.id());
              Candidate candidate =
                  candidate(rep, presence, standings.get(rep.id()), request.wish());
              return hindrance(rep, presence, request, open, at)
                  .map(candidate::hindered)
                  .orElse(candidate);
            })
        .toList();
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
    return hadIt(rep.get(), request).or(() -> away(rep.get(), availability.of(rep.get(), at)));
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
    return dailyCap(locked, at).or(() -> openCap(locked, open));
  }

  private static Candidate candidate(
      Person rep,
      Presence presence,
      AssignmentLedger.Standing standing,
      RoutingPreference preference) {
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

  private Optional<Ineligibility> hindrance(
      Person rep,
      Presence presence,
      RoutingRequest request,
      Map<String, Integer> open,
      Instant at) {
    return hadIt(rep, request)
        .or(() -> away(rep, presence))
        .or(() -> dailyCap(rep, at))
        .or(() -> openCap(rep, open.getOrDefault(rep.id(), 0)));
  }

  private static Optional<Ineligibility> hadIt(Person rep, RoutingRequest request) {
    return request.except().contains(rep.id())
        ? Optional.of(new Ineligibility(SkipReason.HAD_IT, "had this lead before"))
        : Optional.empty();
  }

  private static Optional<Ineligibility> away(Person rep, Presence presence) {
    return switch (presence.state()) {
      case INACTIVE ->
          Optional.of(new Ineligibility(SkipReason.INACTIVE, presence.words(rep.zone())));
      case ABSENT -> Optional.of(new Ineligibility(SkipReason.ABSENT, presence.words(rep.zone())));
      case UNRESPONSIVE ->
          Optional.of(new Ineligibility(SkipReason.UNRESPONSIVE, presence.words(rep.zone())));
      case OFF_SHIFT, ON_SHIFT -> Optional.empty();
    };
  }

  private Optional<Ineligibility> dailyCap(Person rep, Instant at) {
    Integer cap = rep.terms().dailyCap();
    if (cap == null) {
      return Optional.empty();
    }
    Instant today = at.atZone(rep.zone()).toLocalDate().atStartOfDay(rep.zone()).toInstant();
    int given = ledger.given(rep.id(), today);
    return given < cap
        ? Optional.empty()
        : Optional.of(
            new Ineligibility(
                SkipReason.DAILY_CAP, "got %d of %d leads today".formatted(given, cap)));
  }

  private static Optional<Ineligibility> openCap(Person rep, int open) {
    Integer cap = rep.terms().openCap();
    return cap == null || open < cap
        ? Optional.empty()
        : Optional.of(
            new Ineligibility(SkipReason.OPEN_CAP, "has %d of %d open leads".formatted(open, cap)));
  }

  private static Map<String, Integer> open(RoutingRequest request, List<Person> reps) {
    List<String> capped =
        reps.stream().filter(rep -> rep.terms().openCap() != null).map(Person::id).toList();
    return capped.isEmpty() ? Map.of() : request.openHandoffs().apply(capped);
  }
}
