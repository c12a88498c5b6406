package dev.baton.handoff.lifecycle;

import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.DeadlineSearch;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Deadlines that passed although no timer said so. */
@Component
public class MissedDeadlines {
  private static final Logger LOG = LoggerFactory.getLogger(MissedDeadlines.class);
  private static final int MOST = 1_000;

  private final DeadlineSearch deadlines;
  private final DeadlineSteps steps;
  private final TransactionTemplate transaction;
  private final Clock clock;

  MissedDeadlines(
      DeadlineSearch deadlines,
      DeadlineSteps steps,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.deadlines = deadlines;
    this.steps = steps;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** Records all that was missed while the application was off. */
  public void noticeAll() {
    if (!unnoticed().isEmpty()) {
      LOG.info("Recording what was missed while the application was off");
      notice();
    }
  }

  /**
   * Records what was missed, the longest overdue first: many in one transaction, or each in its own
   * when that fails; until nothing is left but what can't be recorded now.
   */
  public void notice() {
    List<Deadline> before = List.of();
    for (List<Deadline> next = unnoticed();
        !next.isEmpty() && !next.equals(before);
        next = next.size() < MOST ? List.of() : unnoticed()) {
      if (!notice(next)) {
        next.forEach(deadline -> notice(List.of(deadline)));
      }
      before = next;
    }
  }

  private boolean notice(List<Deadline> unnoticed) {
    try {
      transaction.executeWithoutResult(status -> steps.notice(unnoticed));
      return true;
    } catch (RuntimeException e) {
      LOG.warn(
          "{} deadlines from {} on could not be swept; tried again one by one, or in a minute",
          unnoticed.size(),
          unnoticed.get(0).id(),
          e);
      return false;
    }
  }

  private List<Deadline> unnoticed() {
    return deadlines.unnoticed(clock.instant(), MOST);
  }
}
