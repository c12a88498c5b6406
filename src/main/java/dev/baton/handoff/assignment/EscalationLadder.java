package dev.baton.handoff.assignment;

import dev.baton.engine.ProcessVariable;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.notice.EscalationNotices;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.people.Person;
import dev.baton.routing.RoutingPreference;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The rungs of {@code escalation.bpmn} above the manager's: a second reminder, then another owner.
 * Each happens once a round, and only while the question is still owed.
 */
@Component
public class EscalationLadder {
  /** Of its process. */
  public static final String KEY = "escalation";

  public static final ProcessVariable<Date> REMIND_AT =
      new ProcessVariable<>("remindAt", Date.class);
  public static final ProcessVariable<Date> REASSIGN_AT =
      new ProcessVariable<>("reassignAt", Date.class);

  /** All that an instance of the ladder keeps. */
  public static final List<ProcessVariable<?>> VARIABLES = List.of(REMIND_AT, REASSIGN_AT);

  private static final String REASON = "overdue, and nobody acted";

  private final Handoffs handoffs;
  private final Deadlines deadlines;
  private final Reassignments reassignments;
  private final NextOwner nextOwner;
  private final UnresponsiveOwners unresponsive;
  private final EscalationNotices notices;
  private final Clock clock;

  EscalationLadder(
      Handoffs handoffs,
      Deadlines deadlines,
      Reassignments reassignments,
      NextOwner nextOwner,
      UnresponsiveOwners unresponsive,
      EscalationNotices notices,
      Clock clock) {
    this.handoffs = handoffs;
    this.deadlines = deadlines;
    this.reassignments = reassignments;
    this.nextOwner = nextOwner;
    this.unresponsive = unresponsive;
    this.notices = notices;
    this.clock = clock;
  }

  /** Reminds the owner of what is overdue; too late when the lead is about to be taken anyway. */
  public void remindAgain(String handoffId, Instant reassignAt) {
    Handoff handoff = handoffs.lock(handoffId).orElseThrow();
    overdue(handoff)
        .ifPresent(deadline -> notices.overdue(handoff, deadline, reassignAt, clock.instant()));
  }

  /**
   * Gives the lead to the next rep who hasn't let this question pass before; with nobody left the
   * managers decide, and the owner may still answer.
   *
   * @param ladder the process that has come to this rung
   */
  public void reassign(String handoffId, String ladder) {
    Handoff handoff = handoffs.lock(handoffId).orElseThrow();
    String owner = handoff.owner();
    // What nobody owns lies in the fallback queue, which offers it again every minute.
    if (owner != null) {
      overdue(handoff).ifPresent(deadline -> reassign(handoff, owner, deadline, ladder));
    }
  }

  private void reassign(Handoff handoff, String owner, Deadline deadline, String ladder) {
    Instant now = clock.instant();
    Set<String> tried =
        deadlines.of(handoff.id()).stream()
            .filter(round -> round.clock().equals(deadline.clock()) && round.missedAt() != null)
            .map(Deadline::owner)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    RoutingPreference turn = RoutingPreference.turn("overdue", handoff.team());
    NextOwner.Found found = nextOwner.find(handoff, turn, tried, now);
    Optional<Person> next = found.rep();
    if (next.isEmpty()) {
      notices.nobodyLeft(handoff, deadline);
      return;
    }
    reassignments.giveOverdue(handoff, next.get(), REASON, ladder);
    notices.taken(handoff, deadline, next.get());
    unresponsive.check(handoff, owner, now);
  }

  private Optional<Deadline> overdue(Handoff handoff) {
    return deadlines.asked(handoff).stream()
        .filter(deadline -> deadline.missedAt() != null)
        .findFirst();
  }
}
