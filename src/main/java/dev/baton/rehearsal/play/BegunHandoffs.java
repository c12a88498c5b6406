package dev.baton.rehearsal.play;

import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.lifecycle.HandoffRestart;
import dev.baton.handoff.process.HandoffProcess;
import java.time.Instant;
import org.springframework.transaction.support.TransactionTemplate;

/** Beginning of open handoffs in a rehearsal, where their rows stand. */
record BegunHandoffs(
    HandoffRestart restart,
    HandoffProcess process,
    Deadlines deadlines,
    TransactionTemplate transaction) {

  void restart(String handoff) {
    transaction.executeWithoutResult(status -> restart.restart(handoff));
  }

  /** What was missed before has been escalated to the end. */
  void endLadder(String handoff, Instant before) {
    if (deadlines.of(handoff).stream()
        .filter(deadline -> deadline.stoppedAt() == null)
        .anyMatch(
            deadline -> deadline.missedAt() != null && deadline.missedAt().isBefore(before))) {
      process.endLadder(handoff);
    }
  }
}
