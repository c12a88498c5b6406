package dev.baton.handoff;

import dev.baton.routing.Ledger;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down who got a lead without a turn: who claimed it, or was given it by a manager. */
@Component
class Ledgering {
  private final Ledger ledger;

  Ledgering(Ledger ledger) {
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
