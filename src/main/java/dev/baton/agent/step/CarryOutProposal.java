package dev.baton.agent.step;

import dev.baton.agent.proposal.ProposalAnswers;
import dev.baton.engine.Step;
import org.springframework.stereotype.Component;

/** Puts an approved text on the page of the lead. */
@Component
final class CarryOutProposal implements Step {
  private final ProposalAnswers answers;

  CarryOutProposal(ProposalAnswers answers) {
    this.answers = answers;
  }

  @Override
  public void run(String proposalId) {
    answers.carryOut(proposalId);
  }
}
