package dev.baton.handoff.lifecycle;

import dev.baton.engine.job.JobPreparation;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.record.Handoffs;
import java.util.Collection;
import org.springframework.stereotype.Component;

/**
 * Handoffs of which many have something due at once: what was missed is recorded before the timers
 * say so, and each row that their steps lock is locked with the others.
 */
@Component
class DueHandoffs implements JobPreparation {
  private final MissedDeadlines missed;
  private final Handoffs handoffs;
  private final Deadlines deadlines;

  DueHandoffs(MissedDeadlines missed, Handoffs handoffs, Deadlines deadlines) {
    this.missed = missed;
    this.handoffs = handoffs;
    this.deadlines = deadlines;
  }

  @Override
  public void beforeJobs() {
    missed.notice();
  }

  @Override
  public void read(Collection<String> businessKeys) {
    deadlines.ofLocked(handoffs.lock(businessKeys).keySet());
  }
}
