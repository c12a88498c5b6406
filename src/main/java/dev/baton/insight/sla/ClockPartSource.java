package dev.baton.insight.sla;

import dev.baton.handoff.deadline.Deadline;
import dev.baton.sla.ElapsedTime;

/** Says where the time of a stopped clock went. */
public interface ClockPartSource {
  ElapsedTime of(Deadline deadline);
}
