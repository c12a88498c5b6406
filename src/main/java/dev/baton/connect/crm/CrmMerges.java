package dev.baton.connect.crm;

import dev.baton.connect.crm.ConnectedRecords.ConnectedRecord;
import dev.baton.handoff.merge.LeadMerge;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Contacts that were merged in a CRM are one lead here. */
@Component
class CrmMerges {
  private final ConnectedRecords records;
  private final LeadMerge merge;
  private final TransactionTemplate transaction;

  CrmMerges(ConnectedRecords records, LeadMerge merge, PlatformTransactionManager transactions) {
    this.records = records;
    this.merge = merge;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Merges the leads of contacts that went into one. Both stand for that contact first, so that the
   * CRM isn't asked to merge them once more.
   *
   * @param gone their ids there, with semicolons between
   */
  void follow(ConnectedRecord contact, RemoteRecord there, String gone) {
    for (String id : gone.split(";", -1)) {
      Optional<ConnectedRecord> other =
          records
              .ofRemote(contact.connection(), CrmObject.CONTACT, id.strip())
              .filter(record -> !record.localId().equals(contact.localId()));
      other.ifPresent(
          record ->
              transaction.executeWithoutResult(
                  status -> {
                    records.save(record.at(contact.remoteId(), there.values()));
                    merge.merge(
                        Objects.requireNonNull(contact.leadId()),
                        Objects.requireNonNull(record.leadId()),
                        "rule");
                  }));
    }
  }
}
