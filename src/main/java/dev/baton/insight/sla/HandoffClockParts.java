package dev.baton.insight.sla;

import dev.baton.handoff.ClockViews;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.sla.ElapsedTime;
import org.springframework.stereotype.Component;

/** Asks the room that knows pauses and working hours, once, when the clock stops. */
@Component
class HandoffClockParts implements ClockPartSource {
  private final ClockViews views;

  HandoffClockParts(ClockViews views) {
    this.views = views;
  }

  @Override
  public ElapsedTime of(Deadline deadline) {
    return views.elapsed(deadline);
  }
}
