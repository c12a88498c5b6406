package dev.baton.lead.identity;

import dev.baton.lead.ContactDetails;
import dev.baton.lead.Lead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Leads behind the contacts of one transaction, by each of their identifiers. */
public final class KnownContacts {

  /** Record that has an address: itself a lead, or merged into one. */
  record Holder(String email, Instant createdAt, String id, String leadId) {}

  private static final Comparator<Holder> OLDEST_FIRST =
      Comparator.comparing(Holder::createdAt).thenComparing(Holder::id);

  private final Map<String, Lead> leads = new HashMap<>();
  private final Map<String, List<Holder>> byEmail = new HashMap<>();
  private final Map<String, Set<String>> spellings = new HashMap<>();
  private final Map<String, String> byExternalId = new HashMap<>();
  private final Map<String, String> byVisitorId = new HashMap<>();
  private final Map<String, Instant> erased = new HashMap<>();

  private final Set<String> made = new HashSet<>();

  KnownContacts() {}

  /** A lead that was made just now. */
  void putNew(Lead lead) {
    made.add(lead.id());
    put(lead);
  }

  /** Those of these leads that were made just now; from here on they have a past. */
  public Set<String> takeNew(Collection<String> leadIds) {
    Set<String> taken = new HashSet<>(leadIds);
    taken.retainAll(made);
    made.removeAll(taken);
    return taken;
  }

  /** The latest image of a lead. */
  public void put(Lead lead) {
    leads.put(lead.id(), lead);
    if (lead.email() != null) {
      addEmail(new Holder(lead.email(), lead.createdAt(), lead.id(), lead.id()));
    }
    if (lead.externalId() != null) {
      addExternalId(lead.externalId(), lead.id());
    }
  }

  void addEmail(Holder holder) {
    List<Holder> holders = byEmail.computeIfAbsent(holder.email(), none -> new ArrayList<>());
    holders.removeIf(known -> known.id().equals(holder.id()));
    holders.add(holder);
  }

  void addExternalId(String externalId, String leadId) {
    byExternalId.put(externalId, leadId);
  }

  void addVisitorId(String visitorId, String leadId) {
    byVisitorId.put(visitorId, leadId);
  }

  /** The person behind an address was erased then. */
  void addErased(String email, Instant at) {
    erased.merge(email, at, (one, other) -> one.isAfter(other) ? one : other);
  }

  /** When the person behind an address was erased last. */
  Optional<Instant> erasedAt(@Nullable String email) {
    return email == null
        ? Optional.empty()
        : ContactDetails.spellings(email).stream()
            .flatMap(spelling -> Stream.ofNullable(erased.get(spelling)))
            .max(Comparator.naturalOrder());
  }

  /** What belonged to a visitor belongs to a lead. */
  void join(String visitorLeadId, Lead lead) {
    made.remove(lead.id());
    byVisitorId.replaceAll((visitor, id) -> id.equals(visitorLeadId) ? lead.id() : id);
    put(lead);
  }

  public Lead lead(String id) {
    Lead lead = leads.get(id);
    if (lead == null) {
      throw new IllegalStateException("No lead " + id);
    }
    return lead;
  }

  Optional<Lead> byEmail(@Nullable String email) {
    return email == null
        ? Optional.empty()
        : spellings.computeIfAbsent(email, ContactDetails::spellings).stream()
            .flatMap(spelling -> Stream.ofNullable(byEmail.get(spelling)).flatMap(List::stream))
            .min(OLDEST_FIRST)
            .map(holder -> lead(holder.leadId()));
  }

  Optional<Lead> byExternalId(@Nullable String externalId) {
    return externalId == null
        ? Optional.empty()
        : Optional.ofNullable(byExternalId.get(externalId)).map(this::lead);
  }

  Optional<Lead> byVisitorId(@Nullable String visitorId) {
    return visitorId == null
        ? Optional.empty()
        : Optional.ofNullable(byVisitorId.get(visitorId)).map(this::lead);
  }

  /** By e-mail, then external id, then visitor id (rule R13). */
  Optional<Lead> find(ContactDetails details) {
    return byEmail(details.email())
        .or(() -> byExternalId(details.externalId()))
        .or(() -> byVisitorId(details.visitorId()).filter(lead -> mayBe(lead, details)));
  }

  /** Whether its external id is another lead's than its e-mail; one that was merged is the same. */
  boolean isTwo(ContactDetails details) {
    Optional<Lead> one = byEmail(details.email());
    Optional<Lead> other = byExternalId(details.externalId());
    return one.isPresent()
        && other.isPresent()
        && !one.orElseThrow().id().equals(other.orElseThrow().id());
  }

  /** A visitor id belongs to the first lead that identified with it. */
  private static boolean mayBe(Lead lead, ContactDetails details) {
    return (details.email() == null || lead.email() == null)
        && (details.externalId() == null || lead.externalId() == null);
  }

  /** Whether this contact makes a visitor known, by itself or by joining it to a lead. */
  public boolean changesWho(ContactDetails details) {
    Optional<Lead> lead = find(details);
    if (lead.isEmpty()) {
      return true;
    }
    boolean identified = lead.orElseThrow().identified();
    boolean joins =
        byVisitorId(details.visitorId())
            .filter(visitor -> !visitor.identified())
            .filter(visitor -> !visitor.id().equals(lead.orElseThrow().id()))
            .isPresent();
    return joins || (!identified && details.identifies());
  }
}
