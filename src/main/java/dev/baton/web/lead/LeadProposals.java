package dev.baton.web.lead;

import dev.baton.agent.AgentQueries;
import dev.baton.agent.draft.OutreachDrafts;
import dev.baton.agent.model.Polisher;
import dev.baton.handoff.record.Handoff;
import dev.baton.mailbox.EmailPage;
import dev.baton.mailbox.EmailQueries;
import dev.baton.people.People;
import dev.baton.web.CurrentUser;
import dev.baton.web.DisplayNames;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What is proposed for a lead and written to it, and for who works it a draft of a first message.
 */
@Component
class LeadProposals {
  private final AgentQueries agents;
  private final OutreachDrafts drafts;
  private final Polisher polisher;
  private final EmailQueries emails;
  private final People people;

  LeadProposals(
      AgentQueries agents,
      OutreachDrafts drafts,
      Polisher polisher,
      EmailQueries emails,
      People people) {
    this.agents = agents;
    this.drafts = drafts;
    this.polisher = polisher;
    this.emails = emails;
    this.people = people;
  }

  void add(LeadPage page, CurrentUser user, Model model) {
    String leadId = page.lead().id();
    Handoff handoff = page.handoffs().isEmpty() ? null : page.handoffs().get(0).handoff();
    EmailPage written = emails.of(leadId, handoff, user.person());
    model
        .addAttribute("proposals", agents.ofLead(leadId, user.person()))
        .addAttribute("outreach", page.openQuestion() == null ? null : drafts.of(leadId))
        .addAttribute("polishes", polisher.isOn())
        .addAttribute("emails", written)
        .addAttribute("writers", DisplayNames.ofAll(people));
  }
}
