package dev.baton.handoff.step;

import dev.baton.engine.Step;
import dev.baton.handoff.lifecycle.DeadlineSteps;
import org.springframework.stereotype.Component;

/** Records the miss of the open question and what the managers are told. */
@Component
final class EscalateToManager implements Step {
  private final DeadlineSteps steps;

  EscalateToManager(DeadlineSteps steps) {
    this.steps = steps;
  }

  @Override
  public void run(String handoffId) {
    steps.escalate(handoffId);
  }
}
