package dev.baton.handoff;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares the clocks with the time, so that a lost or suspended timer is noticed all the same. At
 * start it does so before anything is sent: what a downtime let pass is told together.
 */
@Component
public class Sweeper implements SmartInitializingSingleton {
  private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
  private static final int MOST = 500;

  private final Deadlines deadlines;
  private final Clocks clocks;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Sweeper(
      Deadlines deadlines, Clocks clocks, PlatformTransactionManager transactions, Clock clock) {
    this.deadlines = deadlines;
    this.clocks = clocks;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @Override
  public void afterSingletonsInstantiated() {
    int missed = deadlines.unnoticed(clock.instant(), MOST).size();
    if (missed > 0) {
      LOG.info("Recording what was missed while the application was off");
    }
    while (missed > 0) {
      sweep();
      int left = deadlines.unnoticed(clock.instant(), MOST).size();
      missed = left < MOST || left == missed ? 0 : left;
    }
  }

  /** Records what was missed, each in its own transaction, the longest overdue first. */
  @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
  public void sweep() {
    for (Deadline deadline : deadlines.unnoticed(clock.instant(), MOST)) {
      try {
        transaction.executeWithoutResult(status -> clocks.notice(deadline));
      } catch (RuntimeException e) {
        LOG.warn("Deadline {} could not be swept; tried again in a minute", deadline.id(), e);
      }
    }
  }
}
