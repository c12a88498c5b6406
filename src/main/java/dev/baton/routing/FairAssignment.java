package dev.baton.routing;

import dev.baton.routing.ChoiceInput.PassedOver;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives leads to people: to who looks after the company already, else to the rep of the team whose
 * turn it is. Each line of the ledger says why, and replays to the same owner.
 */
@Component
public class FairAssignment {
  private final TurnCounters counters;
  private final AssignmentLedger ledger;
  private final TeamAvailability availability;

  FairAssignment(TurnCounters counters, AssignmentLedger ledger, TeamAvailability availability) {
    this.counters = counters;
    this.ledger = ledger;
    this.availability = availability;
  }

  /**
   * Finds an owner and writes that to the ledger, or that there is none. A turn counts when it is
   * given: the team and the chosen person are locked until the transaction ends, so that no turn is
   * taken twice and nobody who leaves meanwhile gets it.
   */
  public LedgerEntry take(RoutingRequest request, Instant at) {
    return take(request, at, true);
  }

  /** Tries again for a lead that nobody could take; another failure is no news for the ledger. */
  public Optional<LedgerEntry> retry(RoutingRequest request, Instant at) {
    return Optional.of(take(request, at, false)).filter(entry -> entry.owner() != null);
  }

  private LedgerEntry take(RoutingRequest asked, Instant at, boolean tellsNobody) {
    String owner = asked.preference().owner();
    if (owner == null) {
      return turn(asked, at, null, tellsNobody);
    }
    RoutingRequest request = availability.teamOf(owner).map(asked::in).orElse(asked);
    return availability
        .ofOwner(owner, request, at)
        .map(late -> new PassedOver(owner, late.skip(), late.words()))
        .map(passedOver -> turn(request, at, passedOver, tellsNobody))
        .orElseGet(() -> given(request, owner, at));
  }

  private LedgerEntry given(RoutingRequest request, String owner, Instant at) {
    LedgerEntry entry = request.entry(owner, null, null, at);
    ledger.add(entry);
    return entry;
  }

  private LedgerEntry turn(
      RoutingRequest request, Instant at, @Nullable PassedOver passedOver, boolean tellsNobody) {
    String team = request.preference().team();
    long last = counters.lock(team);
    ChoiceInput input =
        considered(
            new ChoiceInput(
                ledger.base(team, last),
                request.preference().skill(),
                passedOver,
                availability.of(request, at)),
            request,
            at);
    return write(request, at, input, FairChoice.of(input), last, tellsNobody);
  }

  /**
   * Finds who has the fewest open leads for their share, outside the turns: nobody's turn is spent.
   *
   * @return empty when nobody can take it, of which the ledger says nothing
   */
  public Optional<LedgerEntry> takeOutsideTurns(RoutingRequest request, Instant at) {
    counters.lock(request.preference().team());
    ChoiceInput input =
        considered(
            new ChoiceInput(
                0, request.preference().skill(), null, availability.byOpenLeads(request, at)),
            request,
            at);
    String owner = FairChoice.of(input).owner();
    if (owner == null) {
      return Optional.empty();
    }
    LedgerEntry entry = request.entry(owner, null, input, at);
    ledger.add(entry, FairChoice.of(input));
    return Optional.of(entry);
  }

  /**
   * Gives the turn back that somebody took for a lead in vain: they stand where they would without
   * it, but never before the team's own place.
   *
   * @return false when they took none for it, or it was given back already
   */
  public boolean giveBack(String handoffId, String owner, Instant at) {
    List<LedgerEntry> lines =
        ledger.of(handoffId).stream()
            .filter(line -> owner.equals(line.owner()) && line.turn() != null)
            .toList();
    if (lines.isEmpty()
        || lines.stream().anyMatch(line -> line.rule().equals(AssignmentLedger.RETURNED))) {
      return false;
    }
    LedgerEntry taken = lines.get(lines.size() - 1);
    long last = counters.lock(taken.team());
    AssignmentLedger.Standing standing = ledger.standings(taken.team(), List.of(owner)).get(owner);
    if (standing == null) {
      return false;
    }
    ledger.addReturned(taken, last + 1, standing.tag() - length(taken), at);
    counters.set(taken.team(), last + 1);
    return true;
  }

  private static long length(LedgerEntry taken) {
    return Optional.ofNullable(taken.considered()).stream()
        .flatMap(input -> input.reps().stream())
        .filter(rep -> rep.rep().equals(taken.owner()))
        .findFirst()
        .map(rep -> FairChoice.STEP / rep.weight())
        .orElse(FairChoice.STEP);
  }

  /** What is left to choose from when who is chosen is looked at once more, with the row locked. */
  private ChoiceInput considered(ChoiceInput given, RoutingRequest request, Instant at) {
    ChoiceInput input = given;
    String chosen = FairChoice.of(input).owner();
    while (chosen != null) {
      Optional<Ineligibility> late = availability.ofChosen(chosen, request, at);
      if (late.isEmpty()) {
        return input;
      }
      input = input.hinders(chosen, late.get());
      chosen = FairChoice.of(input).owner();
    }
    return input;
  }

  private LedgerEntry write(
      RoutingRequest request,
      Instant at,
      ChoiceInput input,
      FairChoice choice,
      long last,
      boolean tellsNobody) {
    boolean found = choice.owner() != null;
    LedgerEntry entry = request.entry(choice.owner(), found ? last + 1 : null, input, at);
    if (found) {
      counters.set(request.preference().team(), last + 1);
    }
    if (found || tellsNobody) {
      ledger.add(entry, choice);
    }
    return entry;
  }
}
