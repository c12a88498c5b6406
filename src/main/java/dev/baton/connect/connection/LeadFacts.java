package dev.baton.connect.connection;

import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.lead.Lead;
import dev.baton.lead.LeadRecordMerge;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.people.People;
import dev.baton.people.Person;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who a message is about, read when it is sent: an erased person has no name on the way either. */
@Component
public class LeadFacts {
  private final Leads leads;
  private final LeadRecordMerge merged;
  private final Handoffs handoffs;
  private final People people;
  private final Clock clock;

  LeadFacts(Leads leads, LeadRecordMerge merged, Handoffs handoffs, People people, Clock clock) {
    this.leads = leads;
    this.merged = merged;
    this.handoffs = handoffs;
    this.people = people;
    this.clock = clock;
  }

  /**
   * A lead as it is known now.
   *
   * @param handoff its last one, or null
   * @param owner of that, or null
   */
  public record KnownLead(
      Lead lead, Profile profile, @Nullable Handoff handoff, @Nullable Person owner) {}

  /** Of a record that was merged the one that it is part of. */
  public Optional<KnownLead> of(OutboundMessage message) {
    return merged.survivor(message.leadId()).flatMap(leads::find).map(this::known);
  }

  private KnownLead known(Lead lead) {
    Handoff handoff = handoffs.latest(List.of(lead.id())).get(lead.id());
    return new KnownLead(
        lead,
        Profile.of(leads.profileLog(lead.id()), clock.instant()),
        handoff,
        Optional.ofNullable(handoff).map(Handoff::owner).flatMap(people::find).orElse(null));
  }
}
