package dev.baton.agent.step;

import dev.baton.agent.proposal.ProposalReminders;
import dev.baton.engine.Step;
import org.springframework.stereotype.Component;

/** Tells the managers that nobody has decided on a proposal. */
@Component
final class ReportWaitingProposal implements Step {
  private final ProposalReminders reminders;

  ReportWaitingProposal(ProposalReminders reminders) {
    this.reminders = reminders;
  }

  @Override
  public void run(String proposalId) {
    reminders.report(proposalId);
  }
}
