package dev.baton.handoff.recalculation;

import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.DeadlineDifference;
import dev.baton.handoff.deadline.DeadlineDifferences;
import dev.baton.handoff.deadline.DeadlinePromises;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.deadline.DueChangeCause;
import dev.baton.handoff.deadline.DueChangeReason;
import dev.baton.handoff.process.HandoffDueDates;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a changed policy or calendar would mean for clocks that run already. A promise once made is
 * kept unless a manager moves it (rule R14), and never moves into the past.
 */
@Component
public class DeadlineRecalculation {
  private final DeadlineDifferences differences;
  private final Deadlines deadlines;
  private final Handoffs handoffs;
  private final DeadlinePromises promises;
  private final HandoffDueDates dueDates;
  private final TransactionTemplate transaction;
  private final Clock clock;

  DeadlineRecalculation(
      DeadlineDifferences differences,
      Deadlines deadlines,
      Handoffs handoffs,
      DeadlinePromises promises,
      HandoffDueDates dueDates,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.differences = differences;
    this.deadlines = deadlines;
    this.handoffs = handoffs;
    this.promises = promises;
    this.dueDates = dueDates;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** All clocks whose promise would be another one, the soonest due first. */
  public List<DeadlineDifference> differences() {
    return differences.all();
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
            .filter(DeadlineDifference::movable)
            .filter(difference -> asked.contains(difference.handoffId()))
            .filter(difference -> isMoved(difference, note, by))
            .count();
  }

  private boolean isMoved(DeadlineDifference difference, String note, String by) {
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
    return promises
        .of(handoff, deadline)
        .filter(targets -> targets.dueAt().isAfter(now))
        .map(
            targets -> {
              deadlines.move(
                  deadline, targets, new DueChangeReason(DueChangeCause.POLICY, by, note, now));
              dueDates.move(handoff, deadline.clock(), targets.warnAt(), targets.dueAt());
              return true;
            })
        .orElse(false);
  }
}
