package dev.baton.handoff.lifecycle;

import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.handoff.record.LeadSentBack;
import dev.baton.stage.Stage;
import dev.baton.stage.Stages;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * End of a cooling-off: the rep who named the day is told, or marketing. The clock moves no stage
 * (rule R3); what the lead does from now on counts again.
 */
@Component
public class CoolingOffEnd {
  private static final Logger LOG = LoggerFactory.getLogger(CoolingOffEnd.class);
  private static final int MOST = 500;

  private final CoolingOffs offs;
  private final Handoffs handoffs;
  private final CoolingOffNotices notices;
  private final Stages stages;
  private final TransactionTemplate transaction;
  private final Clock clock;

  CoolingOffEnd(
      CoolingOffs offs,
      Handoffs handoffs,
      CoolingOffNotices notices,
      Stages stages,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.offs = offs;
    this.handoffs = handoffs;
    this.notices = notices;
    this.stages = stages;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @EventListener
  void on(LeadSentBack no) {
    if (no.restsUntil() != null) {
      offs.plan(no.handoffId(), no.restsUntil(), no.tells());
    }
  }

  /** Each in its own transaction: one that fails is tried again in a minute. */
  public void sweep() {
    for (CoolingOffs.CoolingOff due : offs.due(clock.instant(), MOST)) {
      try {
        transaction.executeWithoutResult(status -> end(due));
      } catch (RuntimeException e) {
        LOG.warn("The rest of handoff {} could not be ended", due.handoffId(), e);
      }
    }
  }

  private void end(CoolingOffs.CoolingOff due) {
    Instant now = clock.instant();
    if (!offs.end(due.handoffId(), now)) {
      return;
    }
    Handoff handoff = handoffs.find(due.handoffId()).orElseThrow();
    if (isStillResting(handoff.leadId(), due.endsAt())) {
      notices.tell(handoff, due.notified(), now);
    }
  }

  /** Raised its hand, was merged or reopened meanwhile: that rest is history. */
  private boolean isStillResting(String leadId, Instant until) {
    return stages
        .current(leadId)
        .filter(now -> now.stage() == Stage.RECYCLED)
        .filter(now -> until.equals(now.coolingUntil()))
        .isPresent();
  }
}
