package dev.baton.nurture;

import dev.baton.engine.Decisions;
import dev.baton.handoff.record.HandoffClosed;
import dev.baton.lead.Leads;
import dev.baton.lead.LeadsMerged;
import dev.baton.lead.Profile;
import dev.baton.signal.Signal;
import dev.baton.signal.SignalRecorded;
import dev.baton.stage.Stage;
import dev.baton.stage.StageEntered;
import dev.baton.stage.StageEpisode;
import dev.baton.stage.Stages;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Lifecycle of nurture: {@code nurture-entry} says who is nurtured, {@code nurture-stop} what ends
 * it at once. It only hears facts.
 */
@Component
public class NurtureLifecycle {
  private final Nurtures nurtures;
  private final NurtureProcess process;
  private final Stages stages;
  private final Leads leads;
  private final Decisions decisions;
  private final Clock clock;

  NurtureLifecycle(
      Nurtures nurtures,
      NurtureProcess process,
      Stages stages,
      Leads leads,
      Decisions decisions,
      Clock clock) {
    this.nurtures = nurtures;
    this.process = process;
    this.stages = stages;
    this.leads = leads;
    this.decisions = decisions;
    this.clock = clock;
  }

  @EventListener
  void on(SignalRecorded recorded) {
    Signal signal = recorded.signal();
    stop(signal.leadId(), signal.type(), null, signal.recordedAt());
  }

  @EventListener
  void on(StageEntered entered) {
    stop(entered.leadId(), null, entered.stage(), entered.at());
  }

  /** When all is said and done of the signal, because it may make an MQL or withdraw a consent. */
  @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
  void afterAll(SignalRecorded recorded) {
    consider(recorded.signal().leadId());
  }

  @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
  void afterAll(StageEntered entered) {
    if (entered.stage() == Stage.RECYCLED) {
      consider(entered.leadId());
    }
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

  private void stop(String leadId, String signal, Stage stage, Instant at) {
    Optional<Nurture> open = nurtures.lockOpen(leadId);
    if (open.isEmpty()) {
      return;
    }
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("signal", signal);
    inputs.put("stage", stage == null ? null : stage.name());
    outcome(decisions.evaluate("nurture-stop", inputs))
        .ifPresent(outcome -> end(open.get().id(), outcome, at));
  }

  private static Optional<NurtureOutcome> outcome(List<Map<String, Object>> rows) {
    return rows.stream()
        .findFirst()
        .map(row -> (String) row.get("outcome"))
        .map(NurtureOutcome::of);
  }

  private void consider(String leadId) {
    Optional<StageEpisode> now =
        stages
            .current(leadId)
            .filter(e -> e.stage() == Stage.LEAD || e.stage() == Stage.RECYCLED)
            .filter(e -> !nurtures.wasSince(leadId, e.enteredAt()));
    if (now.isEmpty() || leads.find(leadId).orElseThrow().email() == null) {
      return;
    }
    StageEpisode episode = now.get();
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("stage", episode.stage().name());
    inputs.put("reason", episode.reason());
    inputs.put("consent", consent(leadId).orElse(null));
    if (Boolean.TRUE.equals(
        decisions.evaluate("nurture-entry", inputs).stream()
            .findFirst()
            .map(row -> row.get("nurture"))
            .orElse(false))) {
      begin(episode);
    }
  }

  private void begin(StageEpisode episode) {
    Nurture nurture =
        new Nurture(
            UUID.randomUUID().toString(),
            episode.leadId(),
            episode.stage(),
            episode.reason(),
            episode.coolingUntil(),
            clock.instant(),
            null,
            null,
            null,
            null);
    if (nurtures.begin(nurture)) {
      process.start(nurture);
    }
  }

  private Optional<Boolean> consent(String leadId) {
    return Profile.of(leads.profileLog(leadId), clock.instant())
        .get("consent.email")
        .map(Boolean::valueOf);
  }
}
