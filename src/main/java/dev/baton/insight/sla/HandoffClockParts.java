package dev.baton.insight.sla;

import dev.baton.handoff.HandoffViews;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.sla.ElapsedTime;
import org.springframework.stereotype.Component;

/** Asks the room that knows pauses and working hours, once, when the clock stops. */
@Component
class HandoffClockParts implements ClockPartSource {
  private final HandoffViews views;

  HandoffClockParts(HandoffViews views) {
    this.views = views;
  }

  @Override
  public ElapsedTime of(Deadline deadline) {
    return views.elapsed(deadline);
  }
}
