package dev.baton.handoff.step;

import dev.baton.engine.Step;
import dev.baton.handoff.lifecycle.DeadlineSteps;
import org.springframework.stereotype.Component;

/** Records what the owner is told; the outbox sends it. */
@Component
final class AlertOwner implements Step {
  private final DeadlineSteps steps;

  AlertOwner(DeadlineSteps steps) {
    this.steps = steps;
  }

  @Override
  public void run(String handoffId) {
    steps.alertOwner(handoffId);
  }
}
