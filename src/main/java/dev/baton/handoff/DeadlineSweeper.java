package dev.baton.handoff;

import dev.baton.handoff.assignment.AbsentOwners;
import dev.baton.handoff.assignment.FallbackQueueSweep;
import dev.baton.handoff.lifecycle.CoolingOffEnd;
import dev.baton.handoff.lifecycle.MissedDeadlines;
import dev.baton.handoff.notice.FailingStepNotices;
import dev.baton.handoff.notice.InterruptedHandoffIncidents;
import dev.baton.handoff.notice.NextAttemptReminders;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compares facts with the time once a minute: a lost or suspended timer is noticed all the same, a
 * planned attempt is told, what nobody could take is offered again, and what somebody who left or
 * is away still has is handed over. Then it proves that each open handoff can be answered, and
 * tells of steps that fail. At start it looks for misses before anything is sent: what a downtime
 * let pass is told together.
 */
@Component
public class DeadlineSweeper implements SmartInitializingSingleton {
  private final MissedDeadlines missed;
  private final NextAttemptReminders attempts;
  private final AbsentOwners absent;
  private final CoolingOffEnd coolingOffEnd;
  private final FallbackQueueSweep queue;
  private final InterruptedHandoffIncidents interrupted;
  private final FailingStepNotices failing;

  DeadlineSweeper(
      MissedDeadlines missed,
      NextAttemptReminders attempts,
      AbsentOwners absent,
      CoolingOffEnd coolingOffEnd,
      FallbackQueueSweep queue,
      InterruptedHandoffIncidents interrupted,
      FailingStepNotices failing) {
    this.missed = missed;
    this.attempts = attempts;
    this.absent = absent;
    this.coolingOffEnd = coolingOffEnd;
    this.queue = queue;
    this.interrupted = interrupted;
    this.failing = failing;
  }

  @Override
  public void afterSingletonsInstantiated() {
    missed.noticeAll();
  }

  @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
  public void sweep() {
    missed.notice();
    attempts.sweep();
    absent.sweep();
    coolingOffEnd.sweep();
    queue.sweep();
    interrupted.sweep();
    failing.sweep();
  }
}
