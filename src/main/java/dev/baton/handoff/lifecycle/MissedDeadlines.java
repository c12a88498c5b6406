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
  private static final int MOST = 500;

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
    int missed = unnoticed().size();
    if (missed > 0) {
      LOG.info("Recording what was missed while the application was off");
    }
    while (missed > 0) {
      notice();
      int left = unnoticed().size();
      missed = left < MOST || left == missed ? 0 : left;
    }
  }

  /** Records what was missed, each in its own transaction, the longest overdue first. */
  public void notice() {
    for (Deadline deadline : unnoticed()) {
      try {
        transaction.executeWithoutResult(status -> steps.notice(deadline));
      } catch (RuntimeException e) {
        LOG.warn("Deadline {} could not be swept; tried again in a minute", deadline.id(), e);
      }
    }
  }

  private List<Deadline> unnoticed() {
    return deadlines.unnoticed(clock.instant(), MOST);
  }
}
