package dev.baton.rejection;

import dev.baton.lead.Lead;
import dev.baton.lead.LeadRecordMerge;
import dev.baton.lead.Leads;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Leads as people name them. */
@Component
class NamedLeads {
  private final LeadRecordMerge records;
  private final Leads leads;

  NamedLeads(LeadRecordMerge records, Leads leads) {
    this.records = records;
    this.leads = leads;
  }

  /** The lead that somebody means by an id or an e-mail. */
  Optional<String> find(String named) {
    String email = named.strip().toLowerCase(Locale.ROOT);
    return survivor(named.strip()).or(() -> leads.byEmail(email).map(Lead::id));
  }

  /** The lead that an id stands for now. */
  Optional<String> survivor(String leadId) {
    return records.survivor(leadId);
  }
}
