package dev.baton.connect.connection;

import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.DeadlineChanged;
import dev.baton.handoff.record.DealRecorded;
import dev.baton.handoff.record.HandoffClosed;
import dev.baton.handoff.record.OwnerAssigned;
import dev.baton.lead.LeadsMerged;
import dev.baton.privacy.PersonErased;
import dev.baton.stage.Stage;
import dev.baton.stage.StageEntered;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The facts of other rooms that connected systems hear; without a connection they cost nothing. */
@Component
class OutboundFacts {
  private static final String ERASED = "erased";

  private final FactRecorder recorder;

  OutboundFacts(FactRecorder recorder) {
    this.recorder = recorder;
  }

  /** Visitors are nobody's business. */
  @EventListener
  void on(StageEntered fact) {
    if (recorder.isHeard() && fact.stage() != Stage.VISITOR) {
      recorder.record(
          FactContents.stage(
              fact.leadId(), fact.stage(), fact.at(), fact.reason(), fact.restsUntil()));
    }
  }

  @EventListener
  void on(OwnerAssigned fact) {
    if (recorder.isHeard()) {
      recorder.record(
          FactContents.owner(
              fact.handoffId(), fact.leadId(), fact.owner(), fact.team(), fact.at()));
    }
  }

  /** A verdict is told once; a question that disappeared has none. */
  @EventListener
  void on(DeadlineChanged fact) {
    if (recorder.isHeard()) {
      Deadline deadline = fact.deadline();
      Instant verdict =
          deadline.verdict().metAt() == null ? deadline.missedAt() : deadline.verdict().metAt();
      if (verdict != null) {
        recorder.record(FactContents.deadline(deadline, fact.leadId(), verdict));
      }
    }
  }

  @EventListener
  void on(DealRecorded fact) {
    if (recorder.isHeard()) {
      recorder.record(
          FactContents.deal(
              fact.handoffId(), fact.leadId(), fact.amount(), fact.currency(), fact.at()));
    }
  }

  @EventListener
  void on(HandoffClosed fact) {
    if (recorder.isHeard() && !fact.result().equals(ERASED)) {
      recorder.record(
          FactContents.outcome(
              fact.handoffId(), fact.leadId(), fact.result(), fact.reason(), fact.at()));
    }
  }

  @EventListener
  void on(LeadsMerged fact) {
    if (recorder.isHeard()) {
      recorder.merge(FactContents.merged(fact.leadId(), fact.into(), fact.at()), fact.leadId());
    }
  }

  /** After all others, whose last words about the lead are not to be sent. */
  @EventListener
  @Order
  void on(PersonErased fact) {
    recorder.erase(
        fact.leadIds().stream().map(lead -> FactContents.erased(lead, fact.at())).toList());
  }
}
