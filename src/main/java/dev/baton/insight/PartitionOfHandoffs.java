package dev.baton.insight;

import dev.baton.handoff.Deadline;
import dev.baton.handoff.HandoffViews;
import dev.baton.sla.Elapsed;
import org.springframework.stereotype.Component;

/** Asks the room that knows pauses and working hours, once, when the clock stops. */
@Component
class PartitionOfHandoffs implements Partition {
  private final HandoffViews views;

  PartitionOfHandoffs(HandoffViews views) {
    this.views = views;
  }

  @Override
  public Elapsed of(Deadline deadline) {
    return views.elapsed(deadline);
  }
}
