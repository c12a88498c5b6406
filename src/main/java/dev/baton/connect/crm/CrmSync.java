package dev.baton.connect.crm;

import dev.baton.connect.crm.ConnectedRecords.ConnectedRecord;
import dev.baton.connect.crm.CrmConflicts.CrmConflict;
import dev.baton.connect.crm.CrmField.Side;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes a CRM say of a lead what we say, as far as it is ours to say; told twice, it changes
 * nothing the second time.
 */
@Component
class CrmSync {
  private final ConnectedRecords records;
  private final CrmConflicts conflicts;
  private final Clock clock;

  CrmSync(ConnectedRecords records, CrmConflicts conflicts, Clock clock) {
    this.records = records;
    this.conflicts = conflicts;
    this.clock = clock;
  }

  /**
   * A CRM for one piece of work.
   *
   * @param connection its name
   */
  record Target(String connection, CrmClient client, CrmFields fields) {}

  /** The contact's id there. */
  String write(Target crm, CrmLead lead) {
    String owner = owner(crm, lead);
    ConnectedRecord contact =
        write(crm, CrmObject.CONTACT, part(lead.id(), lead.contact(), owner), lead.id());
    CrmLead.Part company = lead.company();
    if (company != null) {
      associate(crm, contact, write(crm, CrmObject.COMPANY, company, null));
    }
    CrmLead.Part deal = lead.deal();
    if (deal != null) {
      CrmLead.Part owned =
          new CrmLead.Part(deal.localId(), deal.key(), owned(deal.fields(), owner));
      associate(crm, contact, write(crm, CrmObject.DEAL, owned, lead.id()));
    }
    return contact.remoteId();
  }

  private static CrmLead.Part part(String id, Map<String, String> fields, @Nullable String owner) {
    return new CrmLead.Part(id, Objects.requireNonNull(fields.get("email")), owned(fields, owner));
  }

  private static Map<String, String> owned(Map<String, String> fields, @Nullable String owner) {
    Map<String, String> owned = new LinkedHashMap<>(fields);
    if (owner != null) {
      owned.put("owner", owner);
    }
    return owned;
  }

  /** Reps are known there by their e-mail address; one who isn't is no reason to tell nothing. */
  private @Nullable String owner(Target crm, CrmLead lead) {
    String email = lead.ownerEmail();
    if (email == null) {
      return null;
    }
    String owner = crm.client().owner(email).orElse(null);
    if (owner == null) {
      conflict(crm, lead.id(), CrmConflicts.OWNER, email, null);
    } else {
      conflicts.end(crm.connection(), lead.id(), CrmConflicts.OWNER);
    }
    return owner;
  }

  /** Two ids together say that it was done. */
  private void associate(Target crm, ConnectedRecord contact, ConnectedRecord other) {
    String key = "%s %s".formatted(other.kind().word(), contact.localId());
    if (other.remoteId().equals(contact.written().get(key))) {
      return;
    }
    crm.client().associate(contact.remoteId(), other.kind(), other.remoteId());
    records
        .find(crm.connection(), contact.kind(), contact.localId())
        .ifPresent(
            now -> {
              Map<String, String> written = new LinkedHashMap<>(now.written());
              written.put(key, other.remoteId());
              records.save(with(now, now.remoteId(), written));
            });
  }

  private ConnectedRecord write(
      Target crm, CrmObject object, CrmLead.Part part, @Nullable String leadId) {
    Map<String, String> ours = crm.fields().there(object, part.fields());
    Optional<ConnectedRecord> known = records.find(crm.connection(), object, part.localId());
    if (known.isPresent() && isSaid(crm, object, ours, known.get().written())) {
      return known.get();
    }
    RemoteRecord there =
        known
            .flatMap(record -> crm.client().find(object, record.remoteId()))
            .or(() -> crm.client().findByKey(object, part.key()))
            .orElse(null);
    Map<String, String> written =
        new LinkedHashMap<>(known.map(ConnectedRecord::written).orElse(Map.of()));
    String remoteId;
    if (there == null) {
      remoteId = crm.client().create(object, ours);
      written.putAll(ours);
    } else {
      remoteId = there.id();
      Map<String, String> changes = changes(crm, object, ours, there, known.isEmpty());
      known.ifPresent(record -> notice(crm, object, record, there, ours));
      if (!changes.isEmpty()) {
        crm.client().update(object, there, changes);
      }
      written.putAll(there.values());
      written.putAll(changes);
    }
    ConnectedRecord record =
        new ConnectedRecord(
            crm.connection(), object, part.localId(), remoteId, leadId, Map.copyOf(written));
    records.save(record);
    return record;
  }

  /** Whether all that is ours to say stands there already, as far as we know. */
  private static boolean isSaid(
      Target crm, CrmObject object, Map<String, String> ours, Map<String, String> written) {
    return crm.fields().of(object).stream()
        .filter(field -> field.owner() != Side.CRM && ours.containsKey(field.there()))
        .allMatch(field -> CrmField.isSame(ours.get(field.there()), written.get(field.there())));
  }

  private static Map<String, String> changes(
      Target crm, CrmObject object, Map<String, String> ours, RemoteRecord there, boolean first) {
    Map<String, String> changes = new LinkedHashMap<>();
    for (CrmField field : crm.fields().of(object)) {
      String our = ours.get(field.there());
      String their = there.get(field.there());
      boolean fills = first && their == null;
      if (our != null && !CrmField.isSame(our, their) && (field.owner() != Side.CRM || fills)) {
        changes.put(field.there(), our);
      }
    }
    return changes;
  }

  /** Somebody there has changed what is ours to say. */
  private void notice(
      Target crm,
      CrmObject object,
      ConnectedRecord record,
      RemoteRecord there,
      Map<String, String> ours) {
    String leadId = record.leadId();
    if (leadId == null || record.written().isEmpty()) {
      return;
    }
    for (CrmField field : crm.fields().of(object)) {
      String their = there.get(field.there());
      String name = object.word() + "." + field.name();
      // what we left empty is nobody's yet
      if (field.owner() == Side.BATON
          && their != null
          && record.written().containsKey(field.there())
          && !CrmField.isSame(their, record.written().get(field.there()))
          && !CrmField.isSame(their, ours.get(field.there()))) {
        conflict(crm, leadId, name, ours.get(field.there()), their);
      } else if (field.owner() == Side.BATON) {
        conflicts.end(crm.connection(), leadId, name);
      }
    }
  }

  void conflict(
      Target crm, String leadId, String field, @Nullable String ours, @Nullable String theirs) {
    conflicts.add(new CrmConflict(crm.connection(), leadId, field, ours, theirs, clock.instant()));
  }

  void agree(Target crm, String leadId, String field) {
    conflicts.end(crm.connection(), leadId, field);
  }

  private static ConnectedRecord with(
      ConnectedRecord record, String remoteId, Map<String, String> written) {
    return record.at(remoteId, Map.copyOf(written));
  }
}
