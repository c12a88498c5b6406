package dev.baton.agent.draft;

import dev.baton.agent.proposal.Proposal;
import dev.baton.agent.rule.Agent;
import java.util.List;
import org.springframework.stereotype.Component;

/** What comes after a meeting. */
@Component
class NextStepWriter implements ProposalWriter {
  private final OutreachDrafts drafts;

  NextStepWriter(OutreachDrafts drafts) {
    this.drafts = drafts;
  }

  @Override
  public Agent agent() {
    return Agent.PLAN_NEXT_STEP;
  }

  @Override
  public RuleDraft write(Proposal proposal) {
    String leadId = proposal.subject().leadId();
    return new RuleDraft(
        drafts.text(OutreachDrafts.MEETING, leadId),
        drafts.reasons(leadId),
        List.of("The meeting and the signals of this lead"),
        null);
  }
}
