package dev.baton.agent.proposal;

import dev.baton.lead.LeadsMerged;
import dev.baton.privacy.PersonErased;
import java.util.Collection;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Proposals about leads that aren't there any more: nobody is asked about them. */
@Component
class EndedProposals {
  private final Proposals proposals;
  private final ProposalProcess process;

  EndedProposals(Proposals proposals, ProposalProcess process) {
    this.proposals = proposals;
    this.process = process;
  }

  @EventListener
  void on(PersonErased erased) {
    end(erased.leadIds(), "erased");
  }

  @EventListener
  void on(LeadsMerged merged) {
    end(Set.of(merged.leadId()), "merged");
  }

  private void end(Collection<String> leadIds, String why) {
    for (Proposal proposal : proposals.undecided(leadIds)) {
      proposals.end(proposal.id());
      process.end(proposal, why);
    }
  }
}
