package dev.baton.handoff.lifecycle;

import dev.baton.alert.Outbox;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.record.AnswerEntry;
import dev.baton.handoff.record.AnswerLog;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.privacy.PersonErased;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** Handoffs of leads that are erased: the open one ends, its clocks void, and nobody rests. */
@Component
class ErasedHandoffs {
  static final String ERASED = "erased";

  private final Handoffs handoffs;
  private final HandoffTransitions transitions;
  private final HandoffProcess process;
  private final CoolingOffs coolingOffs;
  private final AnswerLog log;
  private final Outbox outbox;

  ErasedHandoffs(
      Handoffs handoffs,
      HandoffTransitions transitions,
      HandoffProcess process,
      CoolingOffs coolingOffs,
      AnswerLog log,
      Outbox outbox) {
    this.handoffs = handoffs;
    this.transitions = transitions;
    this.process = process;
    this.coolingOffs = coolingOffs;
    this.log = log;
    this.outbox = outbox;
  }

  @EventListener
  @Order(0)
  void on(PersonErased erased) {
    for (String lead : erased.leadIds()) {
      handoffs.lockOpen(lead).ifPresent(handoff -> end(handoff, erased));
      for (Handoff handoff : handoffs.ofLead(lead)) {
        coolingOffs.end(handoff.id(), erased.at());
        handoffs.release(handoff.id());
      }
    }
  }

  private void end(Handoff handoff, PersonErased erased) {
    if (handoff.isClosed()) {
      throw new ConcurrencyFailureException("The lead is on its way back to marketing");
    }
    AnswerEntry entry = AnswerEntry.of(AnswerLog.ERASURE, ERASED, erased.by(), erased.at());
    process.cancel(handoff, ERASED);
    log.append(handoff.id(), entry);
    outbox.withdraw(handoff.id(), kind -> true, ERASED);
    transitions.close(handoff, ERASED, entry);
  }
}
