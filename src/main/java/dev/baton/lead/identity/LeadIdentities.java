package dev.baton.lead.identity;

import dev.baton.lead.ContactDetails;
import dev.baton.lead.Lead;
import dev.baton.lead.LeadIdentified;
import dev.baton.lead.LeadIdentifiers;
import dev.baton.lead.Leads;
import dev.baton.lead.LeadsIdentified;
import dev.baton.lead.VisitorJoined;
import dev.baton.lead.Visitors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** Finds or makes the lead behind a contact: by e-mail, then external id, then visitor id (R13). */
@Component
public class LeadIdentities {
  private final Leads leads;
  private final Visitors visitors;
  private final ContactLookup lookup;
  private final LeadIdentifiers identifiers;
  private final LeadCreation creation;
  private final ApplicationEventPublisher facts;

  LeadIdentities(
      Leads leads,
      Visitors visitors,
      ContactLookup lookup,
      LeadIdentifiers identifiers,
      LeadCreation creation,
      ApplicationEventPublisher facts) {
    this.leads = leads;
    this.visitors = visitors;
    this.lookup = lookup;
    this.identifiers = identifiers;
    this.creation = creation;
    this.facts = facts;
  }

  /** Finds or makes the lead and locks its row for the rest of the transaction. */
  public IdentifiedLead identify(ContactDetails details, Instant at) {
    return identify(meet(List.of(new ContactMention(details, null, null, null)), at), details, at);
  }

  /**
   * Locks the leads of many contacts in the order of their ids, then makes those that are new in
   * the order of their contact data: two batches that name the same people can't wait for each
   * other.
   */
  public KnownContacts meet(List<ContactMention> mentions, Instant at) {
    List<ContactDetails> contacts =
        mentions.stream().map(ContactMention::details).distinct().toList();
    KnownContacts known = lookup.read(contacts);
    Set<String> locked = new HashSet<>();
    for (Lead lead : leads.lock(idsOf(contacts, known))) {
      locked.add(lead.id());
      known.put(lead);
    }
    if (!locked.containsAll(idsOf(contacts, known))) {
      throw new ConcurrencyFailureException("Who this is has just changed");
    }
    creation.create(mentions, contacts, known, at);
    return known;
  }

  private static Set<String> idsOf(List<ContactDetails> contacts, KnownContacts known) {
    return contacts.stream()
        .flatMap(details -> known.find(details).stream())
        .map(Lead::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The lead behind a contact that was met, with what this contact adds to it. */
  public IdentifiedLead identify(KnownContacts known, ContactDetails details, Instant at) {
    List<String> conflicts = new ArrayList<>();
    if (known.isTwo(details)) {
      conflicts.add("lead.externalId belongs to another lead; the e-mail decided");
    }
    Lead lead = complete(known, known.find(details).orElseThrow(), details, at, conflicts);
    joinVisitor(known, lead, details, at);
    return new IdentifiedLead(known.lead(lead.id()), conflicts);
  }

  /** Who a contact is, as far as known; makes and locks nobody. */
  public Optional<Lead> find(ContactDetails details) {
    return lookup.read(List.of(details)).find(details);
  }

  /** The same of many, in their order. */
  public List<Optional<Lead>> find(List<ContactDetails> contacts) {
    KnownContacts known = lookup.read(contacts);
    return contacts.stream().map(known::find).toList();
  }

  /** Adds the identifiers that the lead lacks, and says which ones it has differently. */
  private Lead complete(
      KnownContacts known, Lead lead, ContactDetails details, Instant at, List<String> conflicts) {
    boolean otherEmail =
        details.email() != null && lead.email() != null && !details.email().equals(lead.email());
    if (otherEmail
        && known.byEmail(details.email()).filter(by -> by.id().equals(lead.id())).isEmpty()) {
      conflicts.add("lead.email differs from the e-mail known for this externalId; kept the first");
    }
    boolean addsExternalId =
        details.externalId() != null && known.byExternalId(details.externalId()).isEmpty();
    if (addsExternalId && lead.externalId() != null) {
      conflicts.add("lead.externalId differs from the one known for this e-mail; kept the first");
      addsExternalId = false;
    }
    boolean addsEmail = details.email() != null && lead.email() == null;
    boolean becomesLead = !lead.identified() && details.identifies();
    if (!addsEmail && !addsExternalId && !becomesLead) {
      return lead;
    }
    Lead completed =
        lead.completed(
            addsEmail ? details.email() : lead.email(),
            addsExternalId ? details.externalId() : lead.externalId(),
            lead.identified() || becomesLead);
    identifiers.complete(
        lead.id(), completed.email(), completed.externalId(), completed.identified());
    known.put(completed);
    if (addsEmail) {
      creation.leaveAlone(lead.id(), details.email(), known, at);
    }
    if (becomesLead) {
      facts.publishEvent(new LeadsIdentified(List.of(new LeadIdentified(completed, false, at))));
    }
    return completed;
  }

  /** What an anonymous visitor did joins the lead as soon as it says who it is. */
  private void joinVisitor(KnownContacts known, Lead lead, ContactDetails details, Instant at) {
    String visitorId = details.visitorId();
    if (visitorId == null) {
      return;
    }
    Optional<Lead> holder = known.byVisitorId(visitorId);
    if (holder.isEmpty()) {
      visitors.claim(Map.of(visitorId, lead.id()));
      known.addVisitorId(visitorId, lead.id());
      return;
    }
    Lead visitor = holder.orElseThrow();
    if (visitor.identified() || visitor.id().equals(lead.id())) {
      return;
    }
    if (!lead.identified()) {
      throw new ConcurrencyFailureException("Somebody else has just made this visitor");
    }
    if (leads.lock(visitor.id()).identified()) {
      throw new ConcurrencyFailureException("This visitor has just become a lead");
    }
    visitors.moveTo(lead.id(), visitor.id());
    identifiers.mergeVisitor(visitor.id(), lead.id(), at);
    known.join(visitor.id(), leads.find(lead.id()).orElseThrow());
    facts.publishEvent(new VisitorJoined(visitor.id(), lead.id(), at));
  }
}
