package dev.baton.handoff;

import dev.baton.handoff.answer.Touches;
import dev.baton.handoff.assignment.FallbackQueue;
import dev.baton.handoff.assignment.RepDeparture;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.lifecycle.CoolingOffEnd;
import dev.baton.handoff.lifecycle.DeadlineSteps;
import dev.baton.handoff.notice.NextAttemptReminders;
import dev.baton.handoff.record.Handoff;
import dev.baton.routing.RoutingPreference;
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
public class DeadlineSweeper implements SmartInitializingSingleton {
  private static final Logger LOG = LoggerFactory.getLogger(DeadlineSweeper.class);
  private static final int MOST = 500;

  private final Deadlines deadlines;
  private final DeadlineSteps steps;
  private final FallbackQueue queue;
  private final NextAttemptReminders attempts;
  private final RepDeparture departure;
  private final CoolingOffEnd coolingOffEnd;
  private final TransactionTemplate transaction;
  private final Clock clock;

  DeadlineSweeper(
      Deadlines deadlines,
      DeadlineSteps steps,
      FallbackQueue queue,
      NextAttemptReminders attempts,
      RepDeparture departure,
      CoolingOffEnd coolingOffEnd,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.deadlines = deadlines;
    this.steps = steps;
    this.queue = queue;
    this.attempts = attempts;
    this.departure = departure;
    this.coolingOffEnd = coolingOffEnd;
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
    departure.handOverRest();
    coolingOffEnd.sweep();
    retryUnrouted();
  }

  /** Records what was missed, each in its own transaction, the longest overdue first. */
  private void noticeMisses() {
    for (Deadline deadline : deadlines.unnoticed(clock.instant(), MOST)) {
      try {
        transaction.executeWithoutResult(status -> steps.notice(deadline));
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
    Set<RoutingPreference> inVain = new HashSet<>();
    for (Handoff waiting : queue.waiting(MOST)) {
      queue
          .asked(waiting)
          .filter(preference -> !inVain.contains(preference) && !isFound(waiting, preference))
          .ifPresent(inVain::add);
    }
  }

  private boolean isFound(Handoff waiting, RoutingPreference preference) {
    try {
      return Boolean.TRUE.equals(
          transaction.execute(status -> queue.retry(waiting.id(), preference)));
    } catch (RuntimeException e) {
      LOG.warn("Handoff {} could not be routed; tried again in a minute", waiting.id(), e);
      return true;
    }
  }
}
