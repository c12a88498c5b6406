package dev.baton.handoff.notice;

import dev.baton.handoff.answer.Touches;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reminds the owner, once, of the attempt that was planned when nobody answered. */
@Component
public class NextAttemptReminders {
  private static final int MOST = 500;

  private final Touches touches;
  private final Handoffs handoffs;
  private final OwnerNotices notices;
  private final Clock clock;

  NextAttemptReminders(Touches touches, Handoffs handoffs, OwnerNotices notices, Clock clock) {
    this.touches = touches;
    this.handoffs = handoffs;
    this.notices = notices;
    this.clock = clock;
  }

  public List<Touches.Planned> due() {
    return touches.untold(clock.instant(), MOST);
  }

  /** Within one transaction: told and noted as told, both or neither. */
  public void remind(Touches.Planned planned) {
    Handoff handoff = handoffs.lock(planned.handoffId()).orElseThrow();
    if (!handoff.isClosed() && touches.tell(planned, clock.instant())) {
      notices.nextAttempt(handoff, planned, touches.attempts(handoff.id()) + 1);
    }
  }
}
