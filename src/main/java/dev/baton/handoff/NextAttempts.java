package dev.baton.handoff;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reminds the owner, once, of the attempt that was planned when nobody answered. */
@Component
class NextAttempts {
  private static final int MOST = 500;

  private final Touches touches;
  private final Handoffs handoffs;
  private final Announcements announcements;
  private final Clock clock;

  NextAttempts(Touches touches, Handoffs handoffs, Announcements announcements, Clock clock) {
    this.touches = touches;
    this.handoffs = handoffs;
    this.announcements = announcements;
    this.clock = clock;
  }

  List<Touches.Planned> due() {
    return touches.untold(clock.instant(), MOST);
  }

  /** Within one transaction: told and noted as told, both or neither. */
  void remind(Touches.Planned planned) {
    Handoff handoff = handoffs.lock(planned.handoffId()).orElseThrow();
    if (!handoff.isClosed() && touches.tell(planned, clock.instant())) {
      announcements.nextAttempt(handoff, planned, touches.attempts(handoff.id()) + 1);
    }
  }
}
