package dev.baton.web.lead;

import dev.baton.agent.AgentQueries;
import dev.baton.agent.draft.OutreachDrafts;
import dev.baton.agent.model.Polisher;
import dev.baton.web.CurrentUser;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What agents propose for a lead, and for who works it a draft of a first message. */
@Component
class LeadProposals {
  private final AgentQueries agents;
  private final OutreachDrafts drafts;
  private final Polisher polisher;

  LeadProposals(AgentQueries agents, OutreachDrafts drafts, Polisher polisher) {
    this.agents = agents;
    this.drafts = drafts;
    this.polisher = polisher;
  }

  void add(LeadPage page, CurrentUser user, Model model) {
    String leadId = page.lead().id();
    model
        .addAttribute("proposals", agents.ofLead(leadId, user.person()))
        .addAttribute("outreach", page.openQuestion() == null ? null : drafts.of(leadId))
        .addAttribute("polishes", polisher.isOn());
  }
}
