package dev.baton.agent.step;

import dev.baton.agent.proposal.ProposalReminders;
import dev.baton.engine.Step;
import org.springframework.stereotype.Component;

/** Tells whoever is to decide on a proposal at once. */
@Component
final class AlertApprover implements Step {
  private final ProposalReminders reminders;

  AlertApprover(ProposalReminders reminders) {
    this.reminders = reminders;
  }

  @Override
  public void run(String proposalId) {
    reminders.alert(proposalId);
  }
}
