package dev.baton.handoff.held;

import dev.baton.handoff.lifecycle.OwnerChangeAsked;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Listener that records what is held of a handoff before somebody else gets it (rule R7). */
@Component
class HeldAnswerListener {
  private final HeldAnswerCommands commands;

  HeldAnswerListener(HeldAnswerCommands commands) {
    this.commands = commands;
  }

  /** Within a transaction nothing can be recorded; the change of owner is refused there. */
  @EventListener
  void on(OwnerChangeAsked fact) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      commands.applyAll(fact.handoffId());
    }
  }
}
