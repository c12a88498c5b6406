package dev.baton.routing;

import dev.baton.routing.Considered.PassedOver;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives leads to people: to who looks after the company already, else to the rep of the team whose
 * turn it is. Each line of the ledger says why, and replays to the same owner.
 */
@Component
public class Turns {
  private static final String RULE = "rule";

  private final JdbcClient db;
  private final Ledger ledger;
  private final Roll roll;
  private final Queues queues = new Queues();

  Turns(JdbcClient db, Ledger ledger, Roll roll) {
    this.db = db;
    this.ledger = ledger;
    this.roll = roll;
  }

  /**
   * Finds an owner and writes that to the ledger, or that there is none. A turn counts when it is
   * given: the team and the chosen person are locked until the transaction ends, so that no turn is
   * taken twice and nobody who leaves meanwhile gets it.
   */
  public Entry take(Call call, Instant at) {
    return take(call, at, true);
  }

  /** Tries again for a lead that nobody could take; another failure is no news for the ledger. */
  public Optional<Entry> retry(Call call, Instant at) {
    return Optional.of(take(call, at, false)).filter(entry -> entry.owner() != null);
  }

  private Entry take(Call asked, Instant at, boolean tellsNobody) {
    String owner = asked.wish().owner();
    if (owner == null) {
      return turn(asked, at, null, tellsNobody);
    }
    Call call = roll.teamOf(owner).map(asked::in).orElse(asked);
    return roll.ofOwner(owner, call, at)
        .map(late -> new PassedOver(owner, late.skip(), late.words()))
        .map(passedOver -> turn(call, at, passedOver, tellsNobody))
        .orElseGet(() -> given(call, owner, at));
  }

  private Entry given(Call call, String owner, Instant at) {
    Wish wish = call.wish();
    Entry entry =
        new Entry(
            call.handoffId(), at, owner, wish.team(), wish.rule(), RULE, null, wish.skill(), null);
    ledger.add(entry, null);
    return entry;
  }

  private Entry turn(Call call, Instant at, PassedOver passedOver, boolean tellsNobody) {
    String team = call.wish().team();
    queues.enter(team);
    long last = lockCounter(team);
    Considered considered =
        new Considered(ledger.base(team, last), call.wish().skill(), passedOver, roll.of(call, at));
    Choice choice = Choice.of(considered);
    while (choice.owner() != null) {
      Optional<Hindrance> late = roll.ofChosen(choice.owner(), call, at);
      if (late.isEmpty()) {
        break;
      }
      considered = considered.hinders(choice.owner(), late.get());
      choice = Choice.of(considered);
    }
    return write(call, at, considered, choice, last, tellsNobody);
  }

  private Entry write(
      Call call, Instant at, Considered considered, Choice choice, long last, boolean tellsNobody) {
    Wish wish = call.wish();
    boolean found = choice.owner() != null;
    Entry entry =
        new Entry(
            call.handoffId(),
            at,
            choice.owner(),
            wish.team(),
            wish.rule(),
            RULE,
            found ? last + 1 : null,
            wish.skill(),
            considered);
    if (found) {
      count(wish.team(), last + 1);
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
