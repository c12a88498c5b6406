package dev.baton.handoff.notice;

import dev.baton.lead.Accounts;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Captions of leads in messages: the person and the company, as far as known. */
@Component
public class LeadCaptions {
  private final Leads leads;
  private final Accounts accounts;
  private final Clock clock;

  LeadCaptions(Leads leads, Accounts accounts, Clock clock) {
    this.leads = leads;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** Name, title and company in one line. */
  public String who(String leadId) {
    return who(leadId, profile(leadId));
  }

  /** The same of a profile that is known already. */
  String who(String leadId, Profile profile) {
    Lead lead = leads.find(leadId).orElseThrow();
    Optional<String> person =
        profile
            .name()
            .or(() -> Optional.ofNullable(lead.email()))
            .or(() -> Optional.ofNullable(lead.externalId()));
    return Stream.of(person, profile.get("jobTitle"), company(lead, profile))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  /** The company that the lead named, else its account. */
  Optional<String> company(String leadId) {
    return company(leads.find(leadId).orElseThrow(), profile(leadId));
  }

  private Optional<String> company(Lead lead, Profile profile) {
    return profile
        .get("company")
        .or(() -> Optional.ofNullable(lead.accountId()).flatMap(accounts::name));
  }

  private Profile profile(String leadId) {
    return Profile.of(leads.profileLog(leadId), clock.instant());
  }
}
