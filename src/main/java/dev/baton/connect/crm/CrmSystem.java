package dev.baton.connect.crm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.connect.call.CallFailed;
import dev.baton.connect.call.SystemClient;
import dev.baton.connect.connection.ConnectedSystem;
import dev.baton.connect.connection.Connection;
import dev.baton.connect.connection.DeliveryAttempt;
import dev.baton.connect.connection.FactKind;
import dev.baton.connect.connection.OutboundMessage;
import dev.baton.connect.crm.ConnectedRecords.ConnectedRecord;
import dev.baton.connect.crm.CrmSync.Target;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A CRM as a system that hears of leads and is heard, whichever it is. */
final class CrmSystem implements ConnectedSystem {

  private final Vendor vendor;
  private final CrmLeads leads;
  private final HandoffNotes notes;
  private final CrmSync sync;
  private final CrmNews news;
  private final ConnectedRecords records;

  /** The connections whose fields are known to be there. */
  private final Set<String> prepared = ConcurrentHashMap.newKeySet();

  CrmSystem(
      Vendor vendor,
      CrmLeads leads,
      HandoffNotes notes,
      CrmSync sync,
      CrmNews news,
      ConnectedRecords records) {
    this.vendor = vendor;
    this.leads = leads;
    this.notes = notes;
    this.sync = sync;
    this.news = news;
    this.records = records;
  }

  /**
   * What differs between CRMs.
   *
   * @param hasCredentials whether its settings are there
   */
  record Vendor(
      String kind, boolean hasCredentials, CrmFields fields, Supplier<CrmClient> client) {}

  @Override
  public String kind() {
    return vendor.kind();
  }

  @Override
  public List<String> events() {
    return List.of("stage", "owner", "deal", "outcome");
  }

  @Override
  public Optional<String> missing(Connection connection) {
    return vendor.hasCredentials()
        ? Optional.empty()
        : Optional.of(
            "Set baton.connect.%1$s.token, or client-id and client-secret".formatted(kind()));
  }

  @Override
  public DeliveryAttempt test(Connection connection) {
    return attempt(connection, crm -> crm.client().prepare());
  }

  @Override
  public boolean isSynchronized() {
    return true;
  }

  @Override
  public DeliveryAttempt synchronize(Connection connection, Instant since) {
    return attempt(connection, crm -> news.hear(crm, since));
  }

  @Override
  public DeliveryAttempt deliver(Connection connection, OutboundMessage message) {
    if (!vendor.hasCredentials()) {
      String missing = missing(connection).orElseThrow();
      return new DeliveryAttempt(new DeliveryOutcome.Unauthorized(missing), 0);
    }
    if (message.kind() == FactKind.DEADLINE) {
      return new DeliveryAttempt(new DeliveryOutcome.Skipped("a CRM hears of no deadlines"), 0);
    }
    if (message.kind() == FactKind.ERASED) {
      return attempt(connection, crm -> erase(crm, message.leadId()));
    }
    Optional<CrmLead> lead = leads.of(message);
    if (lead.isEmpty()) {
      return new DeliveryAttempt(new DeliveryOutcome.Skipped("nobody without an address"), 0);
    }
    return attempt(connection, crm -> tell(crm, message, lead.get()));
  }

  private void tell(Target crm, OutboundMessage message, CrmLead lead) {
    if (prepared.add(crm.connection())) {
      prepare(crm);
    }
    if (message.kind() == FactKind.MERGED) {
      merge(crm, message.content(), lead);
    }
    String contact = sync.write(crm, lead);
    notes.of(message, lead).ifPresent(text -> note(crm, message, contact, text));
  }

  private void prepare(Target crm) {
    try {
      crm.client().prepare();
    } catch (CallFailed e) {
      prepared.remove(crm.connection());
      throw e;
    }
  }

  /** Once: a first attempt of which we heard no answer may have left it there. */
  private void note(Target crm, OutboundMessage message, String contact, String text) {
    if (records.find(crm.connection(), CrmObject.NOTE, message.key()).isPresent()) {
      return;
    }
    String mark = "[baton %s]".formatted(message.key());
    String id =
        (message.attempts() > 1 ? crm.client().findNote(contact, mark) : Optional.<String>empty())
            .orElseGet(() -> crm.client().addNote(contact, text + "\n" + mark, message.at()));
    records.save(
        new ConnectedRecord(
            crm.connection(), CrmObject.NOTE, message.key(), id, message.leadId(), Map.of()));
  }

  /** A merge here is a merge there. */
  private void merge(Target crm, JsonNode content, CrmLead lead) {
    String merged = content.path("merged").asText();
    Optional<ConnectedRecord> loser = records.find(crm.connection(), CrmObject.CONTACT, merged);
    Optional<ConnectedRecord> winner = records.find(crm.connection(), CrmObject.CONTACT, lead.id());
    if (loser.isPresent()
        && winner.isPresent()
        && !loser.get().remoteId().equals(winner.get().remoteId())) {
      String other = loser.get().remoteId();
      if (!crm.client().merge(winner.get().remoteId(), other)) {
        sync.conflict(crm, lead.id(), "contact.merged", winner.get().remoteId(), other);
      }
    }
    loser.ifPresent(record -> records.remove(record));
  }

  private void erase(Target crm, String leadId) {
    records
        .find(crm.connection(), CrmObject.CONTACT, leadId)
        .ifPresent(record -> crm.client().erase(record.remoteId()));
    records.forget(crm.connection(), leadId);
  }

  private DeliveryAttempt attempt(Connection connection, Consumer<Target> work) {
    return SystemClient.attempt(
        vendor.client().get(),
        client -> work.accept(new Target(connection.name(), client, vendor.fields())));
  }
}
