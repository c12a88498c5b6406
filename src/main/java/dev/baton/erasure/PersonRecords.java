package dev.baton.erasure;

import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.privacy.ErasedPerson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records of a person: by which ids we and the engine know them, and what they are called. */
@Component
class PersonRecords {
  private final Leads leads;
  private final JdbcClient db;

  PersonRecords(Leads leads, JdbcClient db) {
    this.leads = leads;
    this.db = db;
  }

  static Set<String> ids(List<Lead> records) {
    return records.stream().map(Lead::id).collect(Collectors.toUnmodifiableSet());
  }

  /** The business keys of their instances in the engine. */
  List<String> businessKeys(Set<String> leadIds) {
    return db.sql(
            """
            select id from handoff where lead_id in (:leads)
            union select id from nurture where lead_id in (:leads)
            union select id from proposal where lead_id in (:leads)
            """)
        .param("leads", leadIds)
        .query(String.class)
        .list();
  }

  ErasedPerson person(List<Lead> records, Instant now) {
    Set<String> ids = ids(records);
    List<String> names = new ArrayList<>();
    List<String> surnames = new ArrayList<>();
    leads.visitorIds(ids).values().forEach(names::addAll);
    for (Lead record : records) {
      Stream.of(record.email(), record.externalId()).filter(Objects::nonNull).forEach(names::add);
      Profile profile = Profile.of(leads.profileLog(record.id()), now);
      Stream.of(profile.name(), profile.get("phone")).flatMap(Optional::stream).forEach(names::add);
      profile.get("lastName").ifPresent(surnames::add);
    }
    return new ErasedPerson(
        ids,
        records.stream()
            .map(Lead::accountId)
            .filter(Objects::nonNull)
            .collect(Collectors.toUnmodifiableSet()),
        names,
        surnames);
  }
}
