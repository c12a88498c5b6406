package dev.baton.lead.identity;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import dev.baton.lead.ContactDetails;
import dev.baton.lead.Lead;
import dev.baton.lead.LeadIdentified;
import dev.baton.lead.LeadIdentifiers;
import dev.baton.lead.Leads;
import dev.baton.lead.LeadsIdentified;
import dev.baton.lead.Visitors;
import dev.baton.sql.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes the leads of contacts that nobody knows yet. */
@Component
class LeadCreation {
  private static final Comparator<ContactDetails> ORDER =
      Comparator.comparing(ContactDetails::email, nullsLast(naturalOrder()))
          .thenComparing(ContactDetails::externalId, nullsLast(naturalOrder()))
          .thenComparing(ContactDetails::visitorId, nullsLast(naturalOrder()));

  private final Leads leads;
  private final Visitors visitors;
  private final LeadIdentifiers identifiers;
  private final ApplicationEventPublisher facts;

  LeadCreation(
      Leads leads,
      Visitors visitors,
      LeadIdentifiers identifiers,
      ApplicationEventPublisher facts) {
    this.leads = leads;
    this.visitors = visitors;
    this.identifiers = identifiers;
    this.facts = facts;
  }

  /** Those of the contacts that nobody knows, in the order of their contact data. */
  void create(
      List<ContactMention> mentions,
      List<ContactDetails> contacts,
      KnownContacts known,
      Instant at) {
    List<Lead> created = new ArrayList<>();
    Map<String, String> claims = new TreeMap<>();
    Map<ContactDetails, Instant> since = since(mentions);
    for (ContactDetails details : contacts.stream().sorted(ORDER).toList()) {
      if (known.find(details).isEmpty()) {
        Lead lead = newLead(details, since.getOrDefault(details, at));
        created.add(lead);
        known.putNew(lead);
        claim(details, lead, known, claims);
      }
    }
    for (ContactDetails details : contacts) {
      known
          .find(details)
          .filter(created::contains)
          .ifPresent(lead -> claim(details, lead, known, claims));
    }
    if (created.isEmpty()) {
      return;
    }
    identifiers.create(firstNamed(created, mentions, known));
    created.forEach(lead -> leaveAlone(lead.id(), lead.email(), known, at));
    visitors.claim(claims);
    facts.publishEvent(
        new LeadsIdentified(
            created.stream()
                .map(lead -> new LeadIdentified(known.lead(lead.id()), true, lead.createdAt()))
                .toList()));
  }

  /** The earliest instant that is told of each contact. */
  private static Map<ContactDetails, Instant> since(List<ContactMention> mentions) {
    Map<ContactDetails, Instant> since = new HashMap<>();
    for (ContactMention mention : mentions) {
      if (mention.since() != null) {
        since.merge(mention.details(), mention.since(), (a, b) -> a.isBefore(b) ? a : b);
      }
    }
    return since;
  }

  /** Nobody writes to an erased address until its person allows it anew (rule R25). */
  void leaveAlone(String id, @Nullable String email, KnownContacts known, Instant at) {
    known
        .erasedAt(email)
        .ifPresent(erased -> leads.learn(id, Map.of("consent.email", "false"), erased, at));
  }

  private static void claim(
      ContactDetails details, Lead lead, KnownContacts known, Map<String, String> claims) {
    String visitorId = details.visitorId();
    if (visitorId != null && known.byVisitorId(visitorId).isEmpty()) {
      known.addVisitorId(visitorId, lead.id());
      claims.put(visitorId, lead.id());
    }
  }

  private static Lead newLead(ContactDetails details, Instant at) {
    return new Lead(
        Sql.newId(),
        details.email(),
        details.externalId(),
        details.identifies(),
        null,
        null,
        null,
        null,
        at);
  }

  /** What the first signal of each names, so that it is written with it. */
  private static List<Lead> firstNamed(
      List<Lead> created, List<ContactMention> mentions, KnownContacts known) {
    Map<String, Lead> named = new LinkedHashMap<>();
    created.forEach(lead -> named.put(lead.id(), lead));
    Set<String> met = new HashSet<>();
    for (ContactMention mention : mentions) {
      Lead lead = known.find(mention.details()).orElseThrow();
      if (named.containsKey(lead.id()) && met.add(lead.id())) {
        Lead first = lead.named(mention.source(), mention.campaign(), mention.channel());
        named.put(lead.id(), first);
        known.put(first);
      }
    }
    return List.copyOf(named.values());
  }
}
