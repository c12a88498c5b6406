package dev.baton.handoff.step;

import dev.baton.engine.Step;
import dev.baton.handoff.Clocks;
import org.springframework.stereotype.Component;

/** Records what the owner is told; the outbox sends it. */
@Component
final class AlertOwner implements Step {
  private final Clocks clocks;

  AlertOwner(Clocks clocks) {
    this.clocks = clocks;
  }

  @Override
  public void run(String handoffId) {
    clocks.alertOwner(handoffId);
  }
}
