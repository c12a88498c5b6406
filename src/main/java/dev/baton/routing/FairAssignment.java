package dev.baton.routing;

import dev.baton.routing.ChoiceInput.PassedOver;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives leads to people: to who looks after the company already, else to the rep of the team whose
 * turn it is. Each line of the ledger says why, and replays to the same owner.
 */
@Component
public class FairAssignment {
  private static final String RULE = "rule";

  private final JdbcClient db;
  private final AssignmentLedger ledger;
  private final TeamAvailability availability;
  private final TeamLock lock = new TeamLock();

  FairAssignment(JdbcClient db, AssignmentLedger ledger, TeamAvailability availability) {
    this.db = db;
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
    String owner = asked.wish().owner();
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
    RoutingPreference preference = request.wish();
    LedgerEntry entry =
        new LedgerEntry(
            request.handoffId(),
            at,
            owner,
            preference.team(),
            preference.rule(),
            RULE,
            null,
            preference.skill(),
            null);
    ledger.add(entry, null);
    return entry;
  }

  private LedgerEntry turn(
      RoutingRequest request, Instant at, PassedOver passedOver, boolean tellsNobody) {
    String team = request.wish().team();
    lock.enter(team);
    long last = lockCounter(team);
    ChoiceInput input =
        new ChoiceInput(
            ledger.base(team, last),
            request.wish().skill(),
            passedOver,
            availability.of(request, at));
    FairChoice choice = FairChoice.of(input);
    while (choice.owner() != null) {
      Optional<Ineligibility> late = availability.ofChosen(choice.owner(), request, at);
      if (late.isEmpty()) {
        break;
      }
      input = input.hinders(choice.owner(), late.get());
      choice = FairChoice.of(input);
    }
    return write(request, at, input, choice, last, tellsNobody);
  }

  private LedgerEntry write(
      RoutingRequest request,
      Instant at,
      ChoiceInput input,
      FairChoice choice,
      long last,
      boolean tellsNobody) {
    RoutingPreference preference = request.wish();
    boolean found = choice.owner() != null;
    LedgerEntry entry =
        new LedgerEntry(
            request.handoffId(),
            at,
            choice.owner(),
            preference.team(),
            preference.rule(),
            RULE,
            found ? last + 1 : null,
            preference.skill(),
            input);
    if (found) {
      count(preference.team(), last + 1);
    }
    if (found || tellsNobody) {
      ledger.add(entry, choice);
    }
    return entry;
  }

  private long lockCounter(String team) {
    return counter(team)
        .orElseGet(
            () -> {
              db.sql(
                      """
                      insert into turn_counter (team, last_turn) values (:team, 0)
                      on conflict do nothing
                      """)
                  .param("team", team)
                  .update();
              return counter(team).orElseThrow();
            });
  }

  private Optional<Long> counter(String team) {
    return db.sql("select last_turn from turn_counter where team = :team for update")
        .param("team", team)
        .query(Long.class)
        .optional();
  }

  private void count(String team, long turn) {
    db.sql("update turn_counter set last_turn = :turn where team = :team")
        .param("turn", turn)
        .param("team", team)
        .update();
  }
}
