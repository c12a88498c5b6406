package dev.baton.handoff.assignment;

import dev.baton.handoff.record.OwnerAssigned;
import dev.baton.routing.AssignmentLedger;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down who got a lead without a turn: who claimed it, or was given it by a manager. */
@Component
class AssignmentLedgerListener {
  private final AssignmentLedger ledger;

  AssignmentLedgerListener(AssignmentLedger ledger) {
    this.ledger = ledger;
  }

  @EventListener
  void on(OwnerAssigned assigned) {
    if (!assigned.byRule()) {
      String how = assigned.by().equals(assigned.owner()) ? "claimed" : "reassigned";
      ledger.given(
          assigned.handoffId(),
          assigned.team(),
          assigned.owner(),
          how,
          assigned.by(),
          assigned.at());
    }
  }
}
