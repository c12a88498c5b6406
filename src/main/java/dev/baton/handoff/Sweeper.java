package dev.baton.handoff;

import dev.baton.routing.Wish;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares facts with the time once a minute: a lost or suspended timer is noticed all the same, a
 * planned attempt is told, what nobody could take is offered again, and what somebody who left
 * still has is handed over. At start it looks for misses before anything is sent: what a downtime
 * let pass is told together.
 */
@Component
public class Sweeper implements SmartInitializingSingleton {
  private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
  private static final int MOST = 500;

  private final Deadlines deadlines;
  private final Clocks clocks;
  private final FallbackQueue queue;
  private final NextAttempts attempts;
  private final Departures departures;
  private final Waking waking;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Sweeper(
      Deadlines deadlines,
      Clocks clocks,
      FallbackQueue queue,
      NextAttempts attempts,
      Departures departures,
      Waking waking,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.deadlines = deadlines;
    this.clocks = clocks;
    this.queue = queue;
    this.attempts = attempts;
    this.departures = departures;
    this.waking = waking;
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
      noticeMisses();
      int left = deadlines.unnoticed(clock.instant(), MOST).size();
      missed = left < MOST || left == missed ? 0 : left;
    }
  }

  @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
  public void sweep() {
    noticeMisses();
    remindOfAttempts();
    departures.handOverRest();
    waking.sweep();
    retryUnrouted();
  }

  /** Records what was missed, each in its own transaction, the longest overdue first. */
  private void noticeMisses() {
    for (Deadline deadline : deadlines.unnoticed(clock.instant(), MOST)) {
      try {
        transaction.executeWithoutResult(status -> clocks.notice(deadline));
      } catch (RuntimeException e) {
        LOG.warn("Deadline {} could not be swept; tried again in a minute", deadline.id(), e);
      }
    }
  }

  private void remindOfAttempts() {
    for (Touches.Planned planned : attempts.due()) {
      try {
        transaction.executeWithoutResult(status -> attempts.remind(planned));
      } catch (RuntimeException e) {
        LOG.warn(
            "The next attempt at handoff {} could not be told; tried again in a minute",
            planned.handoffId(),
            e);
      }
    }
  }

  /** Finds owners for what nobody could take; a team that has just had nobody isn't asked again. */
  private void retryUnrouted() {
    Set<Wish> inVain = new HashSet<>();
    for (Handoff waiting : queue.waiting(MOST)) {
      queue
          .asked(waiting)
          .filter(wish -> !inVain.contains(wish) && !isFound(waiting, wish))
          .ifPresent(inVain::add);
    }
  }

  private boolean isFound(Handoff waiting, Wish wish) {
    try {
      return Boolean.TRUE.equals(transaction.execute(status -> queue.retry(waiting.id(), wish)));
    } catch (RuntimeException e) {
      LOG.warn("Handoff {} could not be routed; tried again in a minute", waiting.id(), e);
      return true;
    }
  }
}
