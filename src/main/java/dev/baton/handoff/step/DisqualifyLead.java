package dev.baton.handoff.step;

import dev.baton.engine.Step;
import dev.baton.handoff.NextSteps;
import org.springframework.stereotype.Component;

/** Takes the lead out of the funnel. */
@Component
final class DisqualifyLead implements Step {
  private final NextSteps nextSteps;

  DisqualifyLead(NextSteps nextSteps) {
    this.nextSteps = nextSteps;
  }

  @Override
  public void run(String handoffId) {
    nextSteps.disqualify(handoffId);
  }
}
