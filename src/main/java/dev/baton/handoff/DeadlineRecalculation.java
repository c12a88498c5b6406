package dev.baton.handoff;

import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.deadline.DueChanges;
import dev.baton.handoff.deadline.Pauses;
import dev.baton.handoff.deadline.Pauses.Pause;
import dev.baton.handoff.deadline.SlaPolicies;
import dev.baton.handoff.deadline.SlaTargets;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.sla.SlaTarget;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a changed policy or calendar would mean for clocks that run already. A promise once made is
 * kept unless a manager moves it (rule R14), and never moves into the past.
 */
@Component
public class DeadlineRecalculation {
  private final Deadlines deadlines;
  private final Handoffs handoffs;
  private final Pauses pauses;
  private final SlaPolicies policies;
  private final HandoffProcess process;
  private final TransactionTemplate transaction;
  private final Clock clock;

  DeadlineRecalculation(
      Deadlines deadlines,
      Handoffs handoffs,
      Pauses pauses,
      SlaPolicies policies,
      HandoffProcess process,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.deadlines = deadlines;
    this.handoffs = handoffs;
    this.pauses = pauses;
    this.policies = policies;
    this.process = process;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * An open clock whose promise would be another one today.
   *
   * @param wouldBeDueAt by the policies and calendars in force now; null: none promises anything
   * @param movable false when that instant has passed
   */
  public record Difference(
      String handoffId,
      String leadId,
      String owner,
      String clock,
      int round,
      Instant dueAt,
      Instant wouldBeDueAt,
      boolean movable) {}

  /** All of them, the soonest due first. */
  public List<Difference> differences() {
    Instant now = clock.instant();
    List<Deadline> ahead = deadlines.ahead(now);
    Map<String, Handoff> open =
        handoffs.find(ahead.stream().map(Deadline::handoffId).collect(Collectors.toSet()));
    Map<Long, List<Pause>> paused = pauses.of(ahead.stream().map(Deadline::id).toList());
    return ahead.stream()
        .map(
            deadline ->
                difference(
                    deadline,
                    open.get(deadline.handoffId()),
                    paused.getOrDefault(deadline.id(), List.of()),
                    now))
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * Moves the open clocks of these handoffs to what they would be promised now.
   *
   * @return how many moved; the others had changed meanwhile, or would lie in the past
   */
  public int move(Collection<String> handoffIds, String note, String by) {
    Set<String> asked = Set.copyOf(handoffIds);
    return (int)
        differences().stream()
            .filter(Difference::movable)
            .filter(difference -> asked.contains(difference.handoffId()))
            .filter(difference -> isMoved(difference, note, by))
            .count();
  }

  private boolean isMoved(Difference difference, String note, String by) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              Handoff handoff = handoffs.lock(difference.handoffId()).orElseThrow();
              return deadlines
                  .running(handoff.id(), difference.clock())
                  .filter(deadline -> deadline.round() == difference.round())
                  .filter(deadline -> deadline.missedAt() == null)
                  .map(deadline -> isMoved(handoff, deadline, note, by))
                  .orElse(false);
            }));
  }

  private boolean isMoved(Handoff handoff, Deadline deadline, String note, String by) {
    Instant now = clock.instant();
    return promise(handoff, deadline, pauses.of(deadline))
        .filter(targets -> targets.dueAt().isAfter(now))
        .map(
            targets -> {
              deadlines.move(
                  deadline, targets, new DueChanges.Change(DueChanges.Cause.POLICY, by, note, now));
              process.moveDue(handoff, targets.warnAt(), targets.dueAt());
              return true;
            })
        .orElse(false);
  }

  private Optional<Difference> difference(
      Deadline deadline, Handoff handoff, List<Pause> paused, Instant now) {
    Instant would = promise(handoff, deadline, paused).map(SlaTargets::dueAt).orElse(null);
    if (deadline.dueAt().equals(would)) {
      return Optional.empty();
    }
    return Optional.of(
        new Difference(
            handoff.id(),
            handoff.leadId(),
            deadline.owner(),
            deadline.clock(),
            deadline.round(),
            deadline.dueAt(),
            would,
            would != null && would.isAfter(now)));
  }

  /** Empty when no policy promises anything any more. */
  private Optional<SlaTargets> promise(Handoff handoff, Deadline deadline, List<Pause> paused) {
    SlaTarget target;
    try {
      target = policies.target(handoff, deadline.clock(), deadline.targets().handRaise());
    } catch (IllegalStateException noPolicy) {
      return Optional.empty();
    }
    SlaTargets targets =
        SlaTargets.of(target, deadline.targets().countedFrom(), deadline.targets().handRaise());
    for (Pause pause : paused) {
      if (pause.from().isBefore(targets.dueAt())) {
        targets = targets.pausedFor(pause.from(), pause.end(), target.calendar());
      }
    }
    return Optional.of(targets);
  }
}
