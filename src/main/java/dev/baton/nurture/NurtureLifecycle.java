package dev.baton.nurture;

import dev.baton.engine.Decisions;
import dev.baton.handoff.record.HandoffClosed;
import dev.baton.lead.LeadsMerged;
import dev.baton.privacy.PersonErased;
import dev.baton.signal.Bounces;
import dev.baton.signal.Signal;
import dev.baton.signal.SignalRecorded;
import dev.baton.stage.Stage;
import dev.baton.stage.StageEntered;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lifecycle of nurture: sales gives a lead back, and what the table {@code nurture-stop} names ends
 * it at once.
 */
@Component
public class NurtureLifecycle {
  private final Nurtures nurtures;
  private final NurtureProcess process;
  private final Decisions decisions;
  private final Clock clock;

  NurtureLifecycle(Nurtures nurtures, NurtureProcess process, Decisions decisions, Clock clock) {
    this.nurtures = nurtures;
    this.process = process;
    this.decisions = decisions;
    this.clock = clock;
  }

  @EventListener
  void on(SignalRecorded recorded) {
    Signal signal = recorded.signal();
    boolean runs =
        nurtures.ofLead(recorded.batch(), signal.leadId()).stream()
            .anyMatch(nurture -> nurture.ending() == null);
    if (!runs || Bounces.isSoft(signal)) {
      return;
    }
    stop(signal.leadId(), signal.type(), null, signal.recordedAt());
    nurtures.forget(recorded.batch(), signal.leadId());
  }

  /** Nobody is in nurture before it is a lead. */
  @EventListener
  void on(StageEntered entered) {
    if (entered.stage() == Stage.VISITOR || entered.stage() == Stage.LEAD) {
      return;
    }
    stop(entered.leadId(), null, entered.stage(), entered.at());
  }

  /** Sales is done: what stood still goes on. */
  @EventListener
  void on(HandoffClosed closed) {
    nurtures.lockOpen(closed.leadId()).ifPresent(nurture -> process.resume(nurture.id()));
  }

  /** The other record of the person goes on, with its own stay if it has one. */
  @EventListener
  void on(LeadsMerged merged) {
    nurtures
        .lockOpen(merged.leadId())
        .ifPresent(nurture -> end(nurture.id(), NurtureOutcome.MOVED_ON, merged.at()));
  }

  /** After sales, whose end lets a stay go on. */
  @EventListener
  @Order
  void on(PersonErased erased) {
    for (String lead : erased.leadIds()) {
      nurtures
          .lockOpen(lead)
          .ifPresent(nurture -> end(nurture.id(), NurtureOutcome.ERASED, erased.at()));
    }
  }

  /** Ends a stay for a reason that the mails themselves bring up. */
  void end(String nurtureId, NurtureOutcome outcome, Instant at) {
    if (nurtures.end(nurtures.lock(nurtureId).id(), outcome, at)) {
      process.end(nurtureId, outcome);
    }
  }

  /** Ends it from inside: the process goes to its end by itself. */
  public void finish(String nurtureId) {
    nurtures.end(nurtureId, NurtureOutcome.TRACK_FINISHED, clock.instant());
  }

  private void stop(String leadId, @Nullable String signal, @Nullable Stage stage, Instant at) {
    Optional<Nurture> open = nurtures.lockOpen(leadId);
    if (open.isEmpty()) {
      return;
    }
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("signal", signal);
    inputs.put("stage", stage == null ? null : stage.name());
    decisions.rows("nurture-stop", inputs).stream()
        .findFirst()
        .filter(row -> row.optionalText("outcome").isPresent())
        .map(row -> row.word("outcome", NurtureOutcome::of))
        .ifPresent(outcome -> end(open.get().id(), outcome, at));
  }
}
