package dev.baton.connect.crm;

import org.springframework.stereotype.Component;

/** What all CRMs have in common. */
@Component
class CrmParts {
  private final CrmLeads leads;
  private final HandoffNotes notes;
  private final CrmSync sync;
  private final CrmNews news;
  private final ConnectedRecords records;

  CrmParts(
      CrmLeads leads, HandoffNotes notes, CrmSync sync, CrmNews news, ConnectedRecords records) {
    this.leads = leads;
    this.notes = notes;
    this.sync = sync;
    this.news = news;
    this.records = records;
  }

  CrmSystem system(CrmSystem.Vendor vendor) {
    return new CrmSystem(vendor, leads, notes, sync, news, records);
  }
}
