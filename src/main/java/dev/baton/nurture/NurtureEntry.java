package dev.baton.nurture;

import dev.baton.engine.Decisions;
import dev.baton.lead.LeadBatch;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.signal.SignalRecorded;
import dev.baton.stage.Stage;
import dev.baton.stage.StageEntered;
import dev.baton.stage.StageEpisode;
import dev.baton.stage.Stages;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Entry into nurture: the table {@code nurture-entry} says who is nurtured. */
@Component
class NurtureEntry {
  private final Nurtures nurtures;
  private final NurtureProcess process;
  private final Stages stages;
  private final Leads leads;
  private final Decisions decisions;
  private final Clock clock;

  NurtureEntry(
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

  /** When all is said and done of the signal, because it may make an MQL or withdraw a consent. */
  @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
  void afterAll(SignalRecorded recorded) {
    LeadBatch batch = recorded.batch();
    consider(batch, stages.current(batch, recorded.signal().leadId()));
  }

  @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
  void afterAll(StageEntered entered) {
    if (entered.stage() == Stage.RECYCLED) {
      LeadBatch alone = LeadBatch.of(entered.leadId(), entered.at());
      consider(alone, stages.current(entered.leadId()));
    }
  }

  private void consider(LeadBatch batch, Optional<StageEpisode> current) {
    current
        .filter(e -> e.stage() == Stage.LEAD || e.stage() == Stage.RECYCLED)
        .filter(e -> !wasSince(batch, e))
        .filter(e -> leads.find(batch, e.leadId()).orElseThrow().email() != null)
        .filter(e -> isNurtured(batch, e))
        .ifPresent(
            e -> {
              begin(e);
              nurtures.forget(batch, e.leadId());
            });
  }

  private boolean wasSince(LeadBatch batch, StageEpisode episode) {
    return nurtures.ofLead(batch, episode.leadId()).stream()
        .anyMatch(nurture -> !nurture.startedAt().isBefore(episode.enteredAt()));
  }

  private boolean isNurtured(LeadBatch batch, StageEpisode episode) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("stage", episode.stage().name());
    inputs.put("reason", episode.reason());
    inputs.put("consent", consent(batch, episode.leadId()).orElse(null));
    return decisions.rows("nurture-entry", inputs).stream()
        .findFirst()
        .filter(row -> row.yes("nurture"))
        .isPresent();
  }

  private void begin(StageEpisode episode) {
    Nurture nurture = Nurture.of(episode, clock.instant());
    if (nurtures.begin(nurture)) {
      process.start(nurture);
    }
  }

  private Optional<Boolean> consent(LeadBatch batch, String leadId) {
    return Profile.of(leads.profileLog(batch, leadId), clock.instant())
        .get("consent.email")
        .map(Boolean::valueOf);
  }
}
