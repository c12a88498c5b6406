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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What a CRM knows of people is known here: it tells the profile, as a signal that scores nothing.
 */
@Component
class CrmProfiles {
  private final Leads leads;
  private final SignalFeed signals;
  private final ObjectMapper json;
  private final Clock clock;

  CrmProfiles(Leads leads, SignalFeed signals, ObjectMapper json, Clock clock) {
    this.leads = leads;
    this.signals = signals;
    this.json = json;
    this.clock = clock;
  }

  void learn(Target crm, ConnectedRecord record, Map<String, String> news) {
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
}
