package dev.baton.agent.step;

import dev.baton.agent.proposal.ProposalReminders;
import dev.baton.engine.Step;
import org.springframework.stereotype.Component;

/** Reminds whoever is to decide on a proposal. */
@Component
final class RemindApprover implements Step {
  private final ProposalReminders reminders;

  RemindApprover(ProposalReminders reminders) {
    this.reminders = reminders;
  }

  @Override
  public void run(String proposalId) {
    reminders.remind(proposalId);
  }
}
