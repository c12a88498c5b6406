package dev.baton.handoff.assignment;

import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.DeadlineChanged;
import dev.baton.handoff.process.HandoffProcess;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Listener that ends an escalation with its round. */
@Component
class EscalationEndListener {
  private final HandoffProcess process;

  EscalationEndListener(HandoffProcess process) {
    this.process = process;
  }

  /** The round ended, by an answer or another owner: nothing more is escalated. */
  @EventListener
  void on(DeadlineChanged changed) {
    Deadline deadline = changed.deadline();
    boolean endedByLadder = deadline.verdict().takenAt() != null;
    if (deadline.verdict().endedAt() != null && !endedByLadder) {
      process.endLadder(deadline.handoffId());
    }
  }
}
