package dev.baton.handoff.step;

import dev.baton.engine.Step;
import dev.baton.handoff.NextSteps;
import org.springframework.stereotype.Component;

/** Sends the lead back to marketing with the memory of why. */
@Component
final class RecycleLead implements Step {
  private final NextSteps nextSteps;

  RecycleLead(NextSteps nextSteps) {
    this.nextSteps = nextSteps;
  }

  @Override
  public void run(String handoffId) {
    nextSteps.recycle(handoffId);
  }
}
