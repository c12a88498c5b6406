package dev.baton.handoff.step;

import dev.baton.engine.Step;
import dev.baton.handoff.lifecycle.DeadlineSteps;
import org.springframework.stereotype.Component;

/** Records the one reminder before the open question is due. */
@Component
final class RemindOwner implements Step {
  private final DeadlineSteps steps;

  RemindOwner(DeadlineSteps steps) {
    this.steps = steps;
  }

  @Override
  public void run(String handoffId) {
    steps.remindOwner(handoffId);
  }
}
