package dev.baton.erasure;

import dev.baton.engine.history.InstanceRecords;
import dev.baton.lead.ErasedLeads;
import dev.baton.lead.LeadRecordMerge;
import dev.baton.privacy.AuditEntry;
import dev.baton.privacy.AuditLog;
import dev.baton.privacy.HeldRows;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Exports all that is held of a person (rule R25). */
@Component
public class PersonExports {
  private final LeadRecordMerge merge;
  private final ErasedLeads leads;
  private final PersonRecords records;
  private final HeldRows rows;
  private final InstanceRecords instances;
  private final AuditLog audit;
  private final Clock clock;

  PersonExports(
      LeadRecordMerge merge,
      ErasedLeads leads,
      PersonRecords records,
      HeldRows rows,
      InstanceRecords instances,
      AuditLog audit,
      Clock clock) {
    this.merge = merge;
    this.leads = leads;
    this.records = records;
    this.rows = rows;
    this.instances = instances;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * All that is held of a person.
   *
   * @param records the ids of the lead and of what was merged into it
   * @param held rows by table
   * @param processes what the engine has
   */
  public record PersonExport(
      String id,
      Instant at,
      Set<String> records,
      Map<String, List<Map<String, @Nullable Object>>> held,
      List<InstanceRecords.InstanceRecord> processes) {}

  /** Who took it is kept in the audit. */
  @Transactional
  public PersonExport of(String id, String by) {
    String leadId = merge.survivor(id).orElseThrow(() -> ErasureCommands.unknown(id));
    Set<String> ids = PersonRecords.ids(leads.records(leadId));
    Instant now = clock.instant();
    PersonExport export =
        new PersonExport(leadId, now, ids, rows.of(ids), instances.of(records.businessKeys(ids)));
    audit.add(new AuditEntry(now, by, "person_exported", "lead " + leadId, null, null));
    return export;
  }
}
