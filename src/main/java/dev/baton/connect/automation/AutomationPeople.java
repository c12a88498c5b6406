package dev.baton.connect.automation;

import dev.baton.connect.crm.ConnectedRecords;
import dev.baton.connect.crm.ConnectedRecords.ConnectedRecord;
import dev.baton.connect.crm.CrmObject;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What marketing automations call our leads, and what they were last told of them. */
@Component
class AutomationPeople {
  private static final String FIELDS = "%s";

  private final ConnectedRecords records;

  AutomationPeople(ConnectedRecords records) {
    this.records = records;
  }

  Optional<String> idOf(String connection, String leadId) {
    return find(connection, leadId).map(ConnectedRecord::remoteId);
  }

  boolean isTold(String connection, String leadId, PersonFields fields) {
    return find(connection, leadId)
        .filter(record -> record.written().equals(fields.named(FIELDS)))
        .isPresent();
  }

  void told(String connection, String leadId, String id, PersonFields fields) {
    records.save(
        new ConnectedRecord(
            connection, CrmObject.CONTACT, leadId, id, leadId, fields.named(FIELDS)));
  }

  void forget(String connection, String leadId) {
    records.forget(connection, leadId);
  }

  private Optional<ConnectedRecord> find(String connection, String leadId) {
    return records.find(connection, CrmObject.CONTACT, leadId);
  }
}
