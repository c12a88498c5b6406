package dev.baton.erasure;

import dev.baton.engine.history.InstanceRecords;
import dev.baton.privacy.AuditEntry;
import dev.baton.privacy.AuditLog;
import dev.baton.privacy.ErasedPerson;
import dev.baton.privacy.HeldRows;
import java.util.List;
import org.springframework.stereotype.Component;

/** Rows of a person that go: the engine's, ours, and the mention in the audit of their erasure. */
@Component
class ErasedRows {
  private final InstanceRecords instances;
  private final HeldRows rows;
  private final AuditLog audit;

  ErasedRows(InstanceRecords instances, HeldRows rows, AuditLog audit) {
    this.instances = instances;
    this.rows = rows;
    this.audit = audit;
  }

  void erase(ErasedPerson person, List<String> businessKeys) {
    instances.erase(businessKeys, "erased");
    rows.erase(person);
  }

  /** Why it was done stays, without the person. */
  void note(AuditEntry entry, ErasedPerson person) {
    String why = entry.after() == null ? null : HeldRows.without(person, entry.after());
    audit.add(
        new AuditEntry(entry.at(), entry.by(), entry.what(), entry.on(), entry.before(), why));
  }
}
