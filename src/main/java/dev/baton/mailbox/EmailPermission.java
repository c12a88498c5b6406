package dev.baton.mailbox;

import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.lead.Suppressions;
import dev.baton.signal.Bounces;
import dev.baton.signal.Signals;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Permission of a rep to write to a lead: who objected, is not to be contacted or can't be reached
 * gets no mail.
 */
@Component
class EmailPermission {
  private final Leads leads;
  private final Suppressions suppressions;
  private final Signals signals;

  EmailPermission(Leads leads, Suppressions suppressions, Signals signals) {
    this.leads = leads;
    this.suppressions = suppressions;
    this.signals = signals;
  }

  /** Why not; empty: they may. */
  Optional<String> hindrance(String leadId, Instant now) {
    Optional<Lead> lead = leads.find(leadId).filter(found -> found.email() != null);
    if (lead.isEmpty()) {
      return Optional.of("No e-mail address of this lead is known");
    }
    if (suppressions.isSuppressed(leadId)) {
      return Optional.of("This lead is not to be contacted");
    }
    if (Profile.of(leads.profileLog(leadId), now)
        .get("consent.email")
        .filter("false"::equals)
        .isPresent()) {
      return Optional.of("This lead doesn't want to get mail");
    }
    return signals.of(leadId, Instant.EPOCH).stream()
            .filter(signal -> !signal.occurredAt().isAfter(now))
            .anyMatch(Bounces::isHard)
        ? Optional.of("Mail to this address bounced")
        : Optional.empty();
  }
}
