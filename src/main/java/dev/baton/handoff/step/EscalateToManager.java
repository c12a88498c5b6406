package dev.baton.handoff.step;

import dev.baton.engine.Step;
import dev.baton.handoff.Clocks;
import org.springframework.stereotype.Component;

/** Records the miss of the open question and what the managers are told. */
@Component
final class EscalateToManager implements Step {
  private final Clocks clocks;

  EscalateToManager(Clocks clocks) {
    this.clocks = clocks;
  }

  @Override
  public void run(String handoffId) {
    clocks.escalate(handoffId);
  }
}
