package dev.baton.connect.crm;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.connect.crm.ConnectedRecords.ConnectedRecord;
import dev.baton.connect.crm.CrmField.Side;
import dev.baton.connect.crm.CrmSync.Target;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.signal.SignalFeed;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a CRM says of leads that we told it of. What stands there as we last wrote or read it is no
 * news; what the CRM owns is taken over; what is ours to say is shown as a conflict.
 */
@Component
class CrmNews {
  private final ConnectedRecords records;
  private final CrmSync sync;
  private final Leads leads;
  private final SignalFeed signals;
  private final DealEnds ends;
  private final ObjectMapper json;
  private final Clock clock;

  CrmNews(
      ConnectedRecords records,
      CrmSync sync,
      Leads leads,
      SignalFeed signals,
      DealEnds ends,
      ObjectMapper json,
      Clock clock) {
    this.records = records;
    this.sync = sync;
    this.leads = leads;
    this.signals = signals;
    this.ends = ends;
    this.json = json;
    this.clock = clock;
  }

  /** Takes over what was changed since an instant. */
  void hear(Target crm, Instant since) {
    for (CrmObject object : List.of(CrmObject.CONTACT, CrmObject.DEAL)) {
      String after = null;
      do {
        CrmClient.Changed page = crm.client().changed(object, since, after);
        page.records().forEach(there -> take(crm, object, there));
        after = page.next();
      } while (after != null);
    }
  }

  /** What an erased person is called there is nothing that we would hear again. */
  private void take(Target crm, CrmObject object, RemoteRecord there) {
    Optional<ConnectedRecord> known =
        records
            .ofRemote(crm.connection(), object, there.id())
            .filter(record -> !record.written().isEmpty() && record.leadId() != null);
    if (known.isEmpty()) {
      return;
    }
    ConnectedRecord record = known.get();
    Map<String, String> news = new LinkedHashMap<>();
    for (CrmField field : crm.fields().of(object)) {
      String their = there.get(field.there());
      String written = record.written().get(field.there());
      if (!CrmField.isSame(their, written) && their != null) {
        news.put(field.name(), their);
        if (field.owner() == Side.BATON && written != null) {
          String name = object.word() + "." + field.name();
          sync.conflict(crm, String.valueOf(record.leadId()), name, written, their);
        }
      }
    }
    if (news.isEmpty()) {
      return;
    }
    if (object == CrmObject.CONTACT) {
      learn(crm, record, news);
    } else {
      end(crm, record, news.get("stage"), there);
    }
    remember(record, there);
  }

  /** A signal that scores nothing and tells the profile. */
  private void learn(Target crm, ConnectedRecord record, Map<String, String> news) {
    Optional<Lead> lead = leads.find(String.valueOf(record.leadId()));
    String email = lead.map(Lead::email).orElse(null);
    ObjectNode signal = json.createObjectNode().put("type", "identified");
    ObjectNode of = signal.putObject("lead").put("email", email);
    crm.fields().of(CrmObject.CONTACT).stream()
        .filter(field -> field.owner() == Side.CRM && news.containsKey(field.name()))
        .forEach(field -> of.put(field.name(), news.get(field.name())));
    if (email != null && of.size() > 1) {
      signal.put("occurredAt", clock.instant().toString());
      signals.recordAll("connection:" + crm.connection(), List.of(signal));
    }
  }

  private void end(Target crm, ConnectedRecord deal, @Nullable String stage, RemoteRecord there) {
    if (stage != null) {
      crm.fields()
          .word(CrmObject.DEAL, "stage", stage)
          .filter(word -> !word.equals("open"))
          .flatMap(
              word ->
                  ends.end(
                      deal.localId(), word, there.get(crm.fields().name(CrmObject.DEAL, "value"))))
          .ifPresent(
              why -> sync.conflict(crm, String.valueOf(deal.leadId()), "deal.stage", why, stage));
    }
  }

  private void remember(ConnectedRecord record, RemoteRecord there) {
    Map<String, String> written = new LinkedHashMap<>(record.written());
    written.putAll(there.values());
    records.save(
        new ConnectedRecord(
            record.connection(),
            record.kind(),
            record.localId(),
            record.remoteId(),
            record.leadId(),
            written));
  }
}
