package dev.baton.web;

import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.lead.ProfileValue;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Display names of leads in lists. */
@Component
public class LeadNames {
  private final Leads leads;
  private final Clock clock;

  LeadNames(Leads leads, Clock clock) {
    this.leads = leads;
    this.clock = clock;
  }

  /** By id: the name, else the address. */
  public Map<String, String> of(Collection<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Instant now = clock.instant();
    Map<String, Lead> found = leads.all(ids);
    Map<String, List<ProfileValue>> profiles = leads.profileLogs(ids);
    Map<String, String> called = new HashMap<>();
    for (String id : ids) {
      Lead lead = found.get(id);
      String address = lead == null ? null : lead.email();
      called.put(
          id,
          Profile.of(profiles.getOrDefault(id, List.of()), now)
              .name()
              .orElse(address == null ? "Somebody without a name" : address));
    }
    return called;
  }
}
