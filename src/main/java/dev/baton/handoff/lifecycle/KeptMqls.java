package dev.baton.handoff.lifecycle;

import dev.baton.handoff.record.Handoffs;
import dev.baton.lead.LeadBatch;
import dev.baton.stage.Stage;
import dev.baton.stage.StageEpisode;
import dev.baton.stage.Stages;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** MQLs that marketing has kept: no handoff has begun with them. */
@Component
class KeptMqls {
  private final Stages stages;
  private final Handoffs handoffs;

  KeptMqls(Stages stages, Handoffs handoffs) {
    this.stages = stages;
    this.handoffs = handoffs;
  }

  /** When the lead became one, if it is. */
  Optional<Instant> since(LeadBatch batch, String leadId) {
    return stages
        .current(batch, leadId)
        .filter(episode -> episode.stage() == Stage.MQL && !wasHandedOver(batch, episode))
        .map(StageEpisode::enteredAt);
  }

  /** A lead that got a no is an MQL still, until the process has sent it back. */
  private boolean wasHandedOver(LeadBatch batch, StageEpisode mql) {
    return handoffs.ofLead(batch, mql.leadId()).stream()
        .anyMatch(
            handoff -> !handoff.isClosed() || !handoff.frozen().mqlAt().isBefore(mql.enteredAt()));
  }
}
