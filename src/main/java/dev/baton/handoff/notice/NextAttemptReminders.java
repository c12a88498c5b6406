package dev.baton.handoff.notice;

import dev.baton.handoff.answer.PlannedAttempt;
import dev.baton.handoff.answer.Touches;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reminds the owner, once, of the attempt that was planned when nobody answered. */
@Component
public class NextAttemptReminders {
  private static final Logger LOG = LoggerFactory.getLogger(NextAttemptReminders.class);
  private static final int MOST = 500;

  private final Touches touches;
  private final Handoffs handoffs;
  private final OwnerNotices notices;
  private final TransactionTemplate transaction;
  private final Clock clock;

  NextAttemptReminders(
      Touches touches,
      Handoffs handoffs,
      OwnerNotices notices,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.touches = touches;
    this.handoffs = handoffs;
    this.notices = notices;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** Each in its own transaction: told and noted as told, both or neither. */
  public void sweep() {
    for (PlannedAttempt planned : touches.untold(clock.instant(), MOST)) {
      try {
        transaction.executeWithoutResult(status -> remind(planned));
      } catch (RuntimeException e) {
        LOG.warn(
            "The next attempt at handoff {} could not be told; tried again in a minute",
            planned.handoffId(),
            e);
      }
    }
  }

  private void remind(PlannedAttempt planned) {
    Handoff handoff = handoffs.lock(planned.handoffId()).orElseThrow();
    if (!handoff.isClosed() && touches.tell(planned, clock.instant())) {
      notices.nextAttempt(handoff, planned, touches.attempts(handoff.id()) + 1);
    }
  }
}
