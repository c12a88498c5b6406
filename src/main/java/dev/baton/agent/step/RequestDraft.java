package dev.baton.agent.step;

import dev.baton.agent.proposal.ProposalOpener;
import dev.baton.engine.Step;
import org.springframework.stereotype.Component;

/** Asks for a draft, which is written outside of the process. */
@Component
final class RequestDraft implements Step {
  private final ProposalOpener opener;

  RequestDraft(ProposalOpener opener) {
    this.opener = opener;
  }

  @Override
  public void run(String proposalId) {
    opener.requestDraft(proposalId);
  }
}
