package dev.baton.agent.draft;

import dev.baton.agent.proposal.Proposal;
import dev.baton.agent.rule.Agent;
import dev.baton.agent.rule.AgentCall;
import dev.baton.agent.rule.AgentPermissions;
import dev.baton.know.account.AccountAssessment;
import dev.baton.know.account.AccountAssessments;
import dev.baton.know.account.AccountScore;
import dev.baton.know.account.BuyingGroup;
import dev.baton.lead.Accounts;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What is held of a hot lead's company: how many of it, who is missing, why it is warm, what
 * happened before. It names nobody: a rep may not see all of a company's people.
 */
@Component
class ResearchWriter implements ProposalWriter {
  private final Leads leads;
  private final Accounts accounts;
  private final AccountAssessments assessments;
  private final AccountHandoffs handoffs;
  private final AgentPermissions permissions;
  private final OutreachDrafts drafts;
  private final Clock clock;

  ResearchWriter(
      Leads leads,
      Accounts accounts,
      AccountAssessments assessments,
      AccountHandoffs handoffs,
      AgentPermissions permissions,
      OutreachDrafts drafts,
      Clock clock) {
    this.leads = leads;
    this.accounts = accounts;
    this.assessments = assessments;
    this.handoffs = handoffs;
    this.permissions = permissions;
    this.drafts = drafts;
    this.clock = clock;
  }

  @Override
  public Agent agent() {
    return Agent.RESEARCH_ACCOUNT;
  }

  @Override
  public RuleDraft write(Proposal proposal) {
    Lead lead = leads.find(proposal.subject().leadId()).orElseThrow();
    Profile profile = Profile.of(leads.profileLog(lead.id()), clock.instant());
    List<String> lines = new ArrayList<>();
    lines.add(company(lead, profile));
    String account = lead.accountId();
    boolean known = account != null && permissions.may(agent(), AgentCall.READ_COMPANY);
    if (account != null && known) {
      lines.addAll(held(account, Objects.requireNonNull(proposal.subject().handoffId())));
    }
    Optional<String> domain =
        known
            ? accounts.companyDomain(profile.get("domain").orElse(null), lead.email())
            : Optional.empty();
    return new RuleDraft(
        String.join("\n", lines),
        drafts.reasons(lead.id()),
        List.of(known ? "What Baton holds of the company" : "What Baton holds of the lead"),
        domain.orElse(null));
  }

  private String company(Lead lead, Profile profile) {
    String name =
        Optional.ofNullable(lead.accountId())
            .flatMap(accounts::name)
            .or(() -> profile.get("company"))
            .orElse("The company isn't known yet");
    List<String> facts = new ArrayList<>();
    profile.get("industry").ifPresent(facts::add);
    profile.get("companySize").map("%s people"::formatted).ifPresent(facts::add);
    profile.get("country").ifPresent(facts::add);
    return facts.isEmpty() ? name : "%s: %s".formatted(name, String.join(", ", facts));
  }

  private List<String> held(String accountId, String handoffId) {
    AccountAssessment known = assessments.of(accountId);
    List<String> lines = new ArrayList<>();
    lines.add(
        "%d of its people are known, %d were active in the last 30 days; score %d (%s)"
            .formatted(
                known.people(), known.active(), known.score().total(), known.score().band()));
    known.score().contributions().stream().map(AccountScore.Reason::reason).forEach(lines::add);
    BuyingGroup group = known.group();
    if (!group.missing().isEmpty()) {
      lines.add("Still missing: " + String.join(", ", group.missing()));
    }
    lines.addAll(handoffs.before(accountId, handoffId));
    return lines;
  }
}
