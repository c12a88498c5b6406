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
class Roll {
  private final People people;
  private final Availability availability;
  private final Ledger ledger;

  Roll(People people, Availability availability, Ledger ledger) {
    this.people = people;
    this.availability = availability;
    this.ledger = ledger;
  }

  /** The reps of the call's team as they stand at an instant. */
  List<Candidate> of(Call call, Instant at) {
    List<Person> reps = people.activeReps(call.wish().team());
    if (reps.isEmpty()) {
      return List.of();
    }
    Map<String, Presence> presences = availability.of(reps, at);
    Map<String, Ledger.Standing> standings =
        ledger.standings(call.wish().team(), reps.stream().map(Person::id).toList());
    Map<String, Integer> open = open(call, reps);
    return reps.stream()
        .map(
            rep -> {
              Presence presence = presences.get(rep.id());
              Candidate candidate = candidate(rep, presence, standings.get(rep.id()), call.wish());
              return hindrance(rep, presence, call, open, at)
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
  Optional<Hindrance> ofOwner(String owner, Call call, Instant at) {
    return ofOwner(people.find(owner), call, at).or(() -> ofOwner(people.lock(owner), call, at));
  }

  private Optional<Hindrance> ofOwner(Optional<Person> owner, Call call, Instant at) {
    Optional<Person> rep = owner.filter(Person::isRep);
    if (rep.isEmpty()) {
      return Optional.of(new Hindrance(Skip.INACTIVE, "is not in sales"));
    }
    return hadIt(rep.get(), call).or(() -> away(rep.get(), availability.of(rep.get(), at)));
  }

  /**
   * What has changed for the one who was chosen: read again with the row locked, so that nobody
   * leaves meanwhile and two teams don't fill the same cap twice.
   */
  Optional<Hindrance> ofChosen(String rep, Call call, Instant at) {
    Person locked = people.lock(rep).orElseThrow();
    if (!locked.isActiveRep()) {
      return Optional.of(new Hindrance(Skip.INACTIVE, "left just now"));
    }
    int open = open(call, List.of(locked)).getOrDefault(rep, 0);
    return dailyCap(locked, at).or(() -> openCap(locked, open));
  }

  private static Candidate candidate(
      Person rep, Presence presence, Ledger.Standing standing, Wish wish) {
    return new Candidate(
        rep.id(),
        rep.terms().weight(),
        standing.tag(),
        standing.lastTurn(),
        presence.isOnShift(),
        wish.skill() != null && rep.terms().skills().contains(wish.skill()),
        null,
        presence.isOnShift() ? null : presence.words(rep.zone()));
  }

  private Optional<Hindrance> hindrance(
      Person rep, Presence presence, Call call, Map<String, Integer> open, Instant at) {
    return hadIt(rep, call)
        .or(() -> away(rep, presence))
        .or(() -> dailyCap(rep, at))
        .or(() -> openCap(rep, open.getOrDefault(rep.id(), 0)));
  }

  private static Optional<Hindrance> hadIt(Person rep, Call call) {
    return call.except().contains(rep.id())
        ? Optional.of(new Hindrance(Skip.HAD_IT, "had this lead before"))
        : Optional.empty();
  }

  private static Optional<Hindrance> away(Person rep, Presence presence) {
    return switch (presence.state()) {
      case INACTIVE -> Optional.of(new Hindrance(Skip.INACTIVE, presence.words(rep.zone())));
      case ABSENT -> Optional.of(new Hindrance(Skip.ABSENT, presence.words(rep.zone())));
      case UNRESPONSIVE ->
          Optional.of(new Hindrance(Skip.UNRESPONSIVE, presence.words(rep.zone())));
      case OFF_SHIFT, ON_SHIFT -> Optional.empty();
    };
  }

  private Optional<Hindrance> dailyCap(Person rep, Instant at) {
    Integer cap = rep.terms().dailyCap();
    if (cap == null) {
      return Optional.empty();
    }
    Instant today = at.atZone(rep.zone()).toLocalDate().atStartOfDay(rep.zone()).toInstant();
    int given = ledger.given(rep.id(), today);
    return given < cap
        ? Optional.empty()
        : Optional.of(
            new Hindrance(Skip.DAILY_CAP, "got %d of %d leads today".formatted(given, cap)));
  }

  private static Optional<Hindrance> openCap(Person rep, int open) {
    Integer cap = rep.terms().openCap();
    return cap == null || open < cap
        ? Optional.empty()
        : Optional.of(new Hindrance(Skip.OPEN_CAP, "has %d of %d open leads".formatted(open, cap)));
  }

  private static Map<String, Integer> open(Call call, List<Person> reps) {
    List<String> capped =
        reps.stream().filter(rep -> rep.terms().openCap() != null).map(Person::id).toList();
    return capped.isEmpty() ? Map.of() : call.openHandoffs().apply(capped);
  }
}
