package dev.baton.handoff.step;

import dev.baton.engine.Step;
import dev.baton.handoff.lifecycle.RejectionConsequences;
import org.springframework.stereotype.Component;

/** Takes the lead out of the funnel. */
@Component
final class DisqualifyLead implements Step {
  private final RejectionConsequences rejectionConsequences;

  DisqualifyLead(RejectionConsequences rejectionConsequences) {
    this.rejectionConsequences = rejectionConsequences;
  }

  @Override
  public void run(String handoffId) {
    rejectionConsequences.disqualify(handoffId);
  }
}
