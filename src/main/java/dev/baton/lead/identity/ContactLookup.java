package dev.baton.lead.identity;

import dev.baton.lead.AddressHashes;
import dev.baton.lead.ContactDetails;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lookup of many contacts by all of their identifiers, by one query. */
@Component
class ContactLookup {
  private static final Map<String, String> BY_IDENTIFIER =
      Map.of(
          "emails",
          """
          select 'email' as identified_by, k.email as identifier, k.id as holder_id,
            k.created_at as held_since, l.*
          from lead k join lead l on l.id = coalesce(k.merged_into, k.id)
          where k.email in (:emails)
          """,
          "externals",
          """
          select 'external' as identified_by, k.external_id as identifier, k.id as holder_id,
            k.created_at as held_since, l.*
          from lead k join lead l on l.id = coalesce(k.merged_into, k.id)
          where k.external_id in (:externals)
          """,
          "visitors",
          """
          select 'visitor' as identified_by, v.visitor_id as identifier, l.id as holder_id,
            l.created_at as held_since, l.*
          from visitor v join lead l on l.id = v.lead_id
          where v.visitor_id in (:visitors)
          """,
          "hashes",
          """
          select 'erased' as identified_by, k.address_hash as identifier, k.id as holder_id,
            k.erased_at as held_since, k.*
          from lead k where k.address_hash in (:hashes)
          """);

  private final JdbcClient db;
  private final AddressHashes hashes;

  ContactLookup(JdbcClient db, AddressHashes hashes) {
    this.db = db;
    this.hashes = hashes;
  }

  KnownContacts read(Collection<ContactDetails> contacts) {
    Map<String, Set<String>> asked = new TreeMap<>();
    Set<String> emails = new TreeSet<>();
    contacts.stream()
        .map(ContactDetails::email)
        .filter(Objects::nonNull)
        .forEach(email -> emails.addAll(ContactDetails.spellings(email)));
    Map<String, String> hashed =
        emails.stream().collect(Collectors.toMap(hashes::of, Function.identity()));
    asked.put("emails", emails);
    asked.put("hashes", hashed.keySet());
    asked.put("externals", all(contacts, ContactDetails::externalId));
    asked.put("visitors", all(contacts, ContactDetails::visitorId));
    asked.values().removeIf(Set::isEmpty);
    KnownContacts known = new KnownContacts();
    if (!asked.isEmpty()) {
      List<String> parts = new ArrayList<>();
      asked.keySet().forEach(kind -> parts.add(Objects.requireNonNull(BY_IDENTIFIER.get(kind))));
      db.sql(String.join("union all ", parts))
          .params(asked)
          .query(
              rs -> {
                add(known, rs, hashed);
              });
    }
    return known;
  }

  private static Set<String> all(
      Collection<ContactDetails> contacts, Function<ContactDetails, @Nullable String> identifier) {
    return contacts.stream()
        .map(identifier)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void add(KnownContacts known, ResultSet rs, Map<String, String> hashed)
      throws SQLException {
    String identifier = rs.getString("identifier");
    String erased = hashed.get(identifier);
    if (erased != null) {
      known.addErased(erased, Sql.instant(rs, "held_since"));
      return;
    }
    Lead lead = Leads.read(rs, 0);
    known.put(lead);
    switch (rs.getString("identified_by")) {
      case "email" ->
          known.addEmail(
              new KnownContacts.Holder(
                  identifier, Sql.instant(rs, "held_since"), rs.getString("holder_id"), lead.id()));
      case "external" -> known.addExternalId(identifier, lead.id());
      default -> known.addVisitorId(identifier, lead.id());
    }
  }
}
