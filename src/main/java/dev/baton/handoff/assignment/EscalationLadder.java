package dev.baton.handoff.assignment;

import dev.baton.engine.ProcessVariable;
import dev.baton.handoff.deadline.AvailableTime;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.DeadlineChanged;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.notice.EscalationNotices;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.record.AnswerLog;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.handoff.record.OwnerAssigned;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.routing.FairAssignment;
import dev.baton.routing.LedgerEntry;
import dev.baton.routing.RoutingPreference;
import dev.baton.routing.RoutingRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The rungs of {@code escalation.bpmn} above the manager's: a second reminder, then another owner.
 * Each happens once a round, and only while the question is still owed.
 */
@Component
public class EscalationLadder {
  public static final ProcessVariable<Date> REMIND_AT =
      new ProcessVariable<>("remindAt", Date.class);
  public static final ProcessVariable<Date> REASSIGN_AT =
      new ProcessVariable<>("reassignAt", Date.class);

  /** All that an instance of the ladder keeps. */
  public static final List<ProcessVariable<?>> VARIABLES = List.of(REMIND_AT, REASSIGN_AT);

  private static final String REASON = "overdue, and nobody acted";

  /**
   * This many questions let lie within {@link #MEMORY} mean that somebody doesn't answer at all.
   */
  private static final int TOO_MANY = 2;

  /** Who had less time of theirs for a question didn't let it lie. */
  private static final Duration ENOUGH = Duration.ofHours(4);

  private static final Duration MEMORY = Duration.ofDays(14);

  private final Handoffs handoffs;
  private final Deadlines deadlines;
  private final HandoffProcess process;
  private final Reassignments reassignments;
  private final EscalationNotices notices;
  private final People people;
  private final FairAssignment assignment;
  private final AnswerLog answers;
  private final AvailableTime availableTime;
  private final Clock clock;

  EscalationLadder(
      Handoffs handoffs,
      Deadlines deadlines,
      HandoffProcess process,
      Reassignments reassignments,
      EscalationNotices notices,
      People people,
      FairAssignment assignment,
      AnswerLog answers,
      AvailableTime availableTime,
      Clock clock) {
    this.handoffs = handoffs;
    this.deadlines = deadlines;
    this.process = process;
    this.reassignments = reassignments;
    this.notices = notices;
    this.people = people;
    this.assignment = assignment;
    this.answers = answers;
    this.availableTime = availableTime;
    this.clock = clock;
  }

  /** When the rungs come, counted from now: after a downtime everybody gets the full waits. */
  public record Plan(Instant remindAt, Instant reassignAt) {}

  /**
   * Reads the one row that {@code escalation-ladder} gave: {@code remindMinutes}, {@code
   * reassignMinutes}.
   *
   * @throws IllegalStateException when the row isn't there or its rungs aren't in order
   */
  public Plan plan(List<? extends Map<String, Object>> rows) {
    if (rows.size() != 1) {
      throw new IllegalStateException(
          "escalation-ladder has %d rows for this clock; it needs exactly one"
              .formatted(rows.size()));
    }
    Object remind = rows.get(0).get("remindMinutes");
    Object reassign = rows.get(0).get("reassignMinutes");
    if (remind instanceof Number first
        && reassign instanceof Number second
        && 0 <= first.longValue()
        && first.longValue() <= second.longValue()) {
      Instant now = clock.instant();
      return new Plan(
          now.plus(Duration.ofMinutes(first.longValue())),
          now.plus(Duration.ofMinutes(second.longValue())));
    }
    throw new IllegalStateException(
        "escalation-ladder says remind after '%s' and reassign after '%s' minutes; that is no order"
            .formatted(remind, reassign));
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
   */
  public void reassign(String handoffId) {
    Handoff handoff = handoffs.lock(handoffId).orElseThrow();
    // What nobody owns lies in the fallback queue, which offers it again every minute.
    overdue(handoff)
        .filter(deadline -> handoff.owner() != null)
        .ifPresent(deadline -> reassign(handoff, deadline));
  }

  private void reassign(Handoff handoff, Deadline deadline) {
    Instant now = clock.instant();
    Set<String> tried =
        deadlines.of(handoff.id()).stream()
            .filter(round -> round.clock().equals(deadline.clock()) && round.missedAt() != null)
            .map(Deadline::owner)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    RoutingPreference turn = RoutingPreference.turn("overdue", handoff.team());
    LedgerEntry entry =
        assignment.take(new RoutingRequest(handoff.id(), turn, tried, handoffs::open), now);
    Optional<Person> next = Optional.ofNullable(entry.owner()).flatMap(people::find);
    if (next.isEmpty()) {
      notices.nobodyLeft(handoff, deadline);
      return;
    }
    deadlines.take(deadline, now);
    reassignments.give(handoff, next.get(), REASON, OwnerAssigned.RULE);
    notices.taken(handoff, deadline, next.get());
    people
        .find(handoff.owner())
        .filter(owner -> letsLeadsLie(owner, now))
        .ifPresent(
            owner -> {
              people.isUnresponsive(owner.id(), now);
              notices.unresponsive(handoff, now);
            });
  }

  /** Somebody who works on other leads meanwhile is busy, and not gone. */
  private boolean letsLeadsLie(Person owner, Instant now) {
    List<Instant> letLie =
        deadlines.takenFrom(owner.id(), now.minus(MEMORY)).stream()
            .filter(taken -> hadTime(owner, taken))
            .map(Deadline::ownedAt)
            .sorted()
            .toList();
    return letLie.size() >= TOO_MANY && !answers.hasActed(owner.id(), letLie.get(0));
  }

  private boolean hadTime(Person owner, Deadline taken) {
    Duration time = availableTime.between(owner, taken.ownedAt(), taken.takenAt());
    return time.compareTo(ENOUGH) >= 0;
  }

  /** The round ended, by an answer or another owner: nothing more is escalated. */
  @EventListener
  void on(DeadlineChanged changed) {
    Deadline deadline = changed.deadline();
    boolean endedByLadder = deadline.takenAt() != null;
    if (deadline.endedAt() != null && !endedByLadder) {
      process.endLadder(deadline.handoffId());
    }
  }

  private Optional<Deadline> overdue(Handoff handoff) {
    return deadlines.asked(handoff).stream()
        .filter(deadline -> deadline.missedAt() != null)
        .findFirst();
  }
}
