package dev.baton.lead;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** Finds or makes the lead behind a contact: by e-mail, then external id, then visitor id (R13). */
@Component
public class LeadIdentities {
  private static final Comparator<ContactDetails> ORDER =
      Comparator.comparing(ContactDetails::email, nullsLast(naturalOrder()))
          .thenComparing(ContactDetails::externalId, nullsLast(naturalOrder()))
          .thenComparing(ContactDetails::visitorId, nullsLast(naturalOrder()));

  private final Leads leads;
  private final Visitors visitors;
  private final ApplicationEventPublisher facts;

  LeadIdentities(Leads leads, Visitors visitors, ApplicationEventPublisher facts) {
    this.leads = leads;
    this.visitors = visitors;
    this.facts = facts;
  }

  /** Finds or makes the lead and locks its row for the rest of the transaction. */
  public IdentifiedLead identify(ContactDetails details, Instant at) {
    List<String> conflicts = new ArrayList<>();
    Lead lead = leads.lock(known(details, conflicts).orElseGet(() -> create(details, at)).id());
    if (!lead.identified() && !isStillKnown(lead, details)) {
      throw new ConcurrencyFailureException("This visitor has just joined a lead");
    }
    lead = complete(lead, details, at, conflicts);
    joinVisitor(lead, details, at);
    return new IdentifiedLead(lead, conflicts);
  }

  /** Read again under the lock: another request may have let the visitor join a lead meanwhile. */
  private boolean isStillKnown(Lead visitor, ContactDetails details) {
    return visitors
        .leadOf(details.visitorId())
        .map(Lead::id)
        .filter(id -> !id.equals(visitor.id()))
        .isEmpty();
  }

  /**
   * Locks the leads of many contacts in the order of their ids, then makes those that are new in
   * the order of their contact data: two batches that name the same people can't wait for each
   * other.
   */
  public void meet(List<ContactDetails> contacts, Instant at) {
    List<String> known = new ArrayList<>();
    List<ContactDetails> strangers = new ArrayList<>();
    for (ContactDetails details : contacts) {
      known(details, new ArrayList<>())
          .ifPresentOrElse(lead -> known.add(lead.id()), () -> strangers.add(details));
    }
    known.stream().distinct().sorted().forEach(leads::lock);
    strangers.stream().distinct().sorted(ORDER).forEach(details -> identify(details, at));
  }

  /** Who a contact is, as far as known; makes and locks nobody. */
  public Optional<Lead> find(ContactDetails details) {
    return known(details, new ArrayList<>());
  }

  private Optional<Lead> known(ContactDetails details, List<String> conflicts) {
    Optional<Lead> byEmail = leads.byEmail(details.email());
    Optional<Lead> byExternalId = leads.byExternalId(details.externalId());
    if (byEmail.isPresent() && byExternalId.isPresent() && !same(byEmail, byExternalId)) {
      conflicts.add("lead.externalId belongs to another lead; the e-mail decided");
    }
    return byEmail
        .or(() -> byExternalId)
        .or(() -> visitors.leadOf(details.visitorId()).filter(lead -> mayBe(lead, details)));
  }

  /** One that was merged into the other is the same. */
  private static boolean same(Lead one, Lead other) {
    return one.id().equals(other.id());
  }

  private static boolean same(Optional<Lead> one, Optional<Lead> other) {
    return one.map(Lead::id).equals(other.map(Lead::id));
  }

  /** A visitor id belongs to the first lead that identified with it. */
  private static boolean mayBe(Lead lead, ContactDetails details) {
    return (details.email() == null || lead.email() == null)
        && (details.externalId() == null || lead.externalId() == null);
  }

  private Lead create(ContactDetails details, Instant at) {
    Lead lead = leads.create(details, at);
    facts.publishEvent(new LeadIdentified(lead.id(), lead.identified(), at));
    return lead;
  }

  /** Adds the identifiers that the lead lacks, and says which ones it has differently. */
  private Lead complete(Lead lead, ContactDetails details, Instant at, List<String> conflicts) {
    boolean otherEmail =
        details.email() != null && lead.email() != null && !details.email().equals(lead.email());
    if (otherEmail && leads.byEmail(details.email()).filter(by -> same(by, lead)).isEmpty()) {
      conflicts.add("lead.email differs from the e-mail known for this externalId; kept the first");
    }
    boolean addsExternalId =
        details.externalId() != null && leads.byExternalId(details.externalId()).isEmpty();
    if (addsExternalId && lead.externalId() != null) {
      conflicts.add("lead.externalId differs from the one known for this e-mail; kept the first");
      addsExternalId = false;
    }
    boolean addsEmail = details.email() != null && lead.email() == null;
    boolean becomesLead = !lead.identified() && details.identifies();
    if (!addsEmail && !addsExternalId && !becomesLead) {
      return lead;
    }
    leads.complete(
        lead.id(),
        addsEmail ? details.email() : null,
        addsExternalId ? details.externalId() : null,
        lead.identified() || becomesLead);
    if (becomesLead) {
      facts.publishEvent(new LeadIdentified(lead.id(), true, at));
    }
    return leads.find(lead.id()).orElseThrow();
  }

  /** What an anonymous visitor did joins the lead as soon as it says who it is. */
  private void joinVisitor(Lead lead, ContactDetails details, Instant at) {
    if (details.visitorId() == null || visitors.claim(details.visitorId(), lead.id())) {
      return;
    }
    Lead known = visitors.leadOf(details.visitorId()).orElseThrow();
    if (known.identified() || known.id().equals(lead.id())) {
      return;
    }
    if (!lead.identified()) {
      throw new ConcurrencyFailureException("Somebody else has just made this visitor");
    }
    Lead visitor = leads.lock(known.id());
    if (visitor.identified() || !isStillKnown(visitor, details)) {
      return;
    }
    visitors.moveTo(lead.id(), visitor.id());
    leads.mergeVisitor(visitor.id(), lead.id(), at);
    facts.publishEvent(new VisitorJoined(visitor.id(), lead.id(), at));
  }
}
