package dev.baton.agent.draft;

import dev.baton.agent.proposal.Proposal;
import dev.baton.agent.rule.Agent;

/** Writes what an agent proposes, by rule and from what is held. */
interface ProposalWriter {
  Agent agent();

  RuleDraft write(Proposal proposal);
}
