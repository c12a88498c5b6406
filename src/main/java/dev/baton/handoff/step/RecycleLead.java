package dev.baton.handoff.step;

import dev.baton.engine.Step;
import dev.baton.handoff.lifecycle.RejectionConsequences;
import org.springframework.stereotype.Component;

/** Sends the lead back to marketing with the memory of why. */
@Component
final class RecycleLead implements Step {
  private final RejectionConsequences rejectionConsequences;

  RecycleLead(RejectionConsequences rejectionConsequences) {
    this.rejectionConsequences = rejectionConsequences;
  }

  @Override
  public void run(String handoffId) {
    rejectionConsequences.recycle(handoffId);
  }
}
