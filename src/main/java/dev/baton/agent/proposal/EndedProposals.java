package dev.baton.agent.proposal;

import dev.baton.lead.LeadsMerged;
import dev.baton.privacy.PersonErased;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proposals that nobody need decide on any more: their leads aren't there, or what they were made
 * for is gone. Their tasks go with them.
 */
@Component
public class EndedProposals {
  private final Proposals proposals;
  private final OutlivedProposals outlived;
  private final ProposalProcess process;
  private final Clock clock;

  EndedProposals(
      Proposals proposals, OutlivedProposals outlived, ProposalProcess process, Clock clock) {
    this.proposals = proposals;
    this.outlived = outlived;
    this.process = process;
    this.clock = clock;
  }

  @EventListener
  void on(PersonErased erased) {
    end(erased.leadIds(), "The lead was erased");
  }

  @EventListener
  void on(LeadsMerged merged) {
    end(Set.of(merged.leadId()), "The lead was merged with another");
  }

  /** Withdraws those that outlived their reason, whoever made them, switched off or not. */
  @Transactional
  public void withdrawOutlived() {
    for (OutlivedProposals.Outlived one : outlived.all()) {
      proposals
          .lock(one.proposalId())
          .filter(proposal -> proposal.state().isUndecided())
          .ifPresent(proposal -> end(proposal, one.why()));
    }
  }

  private void end(Collection<String> leadIds, String why) {
    proposals.undecided(leadIds).forEach(proposal -> end(proposal, why));
  }

  /** Ends one that the caller has locked. */
  void end(Proposal proposal, String why) {
    proposals.end(proposal.id(), why, clock.instant());
    process.end(proposal, why);
  }
}
