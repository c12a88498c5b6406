package dev.baton.stage;

import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.lead.Suppressions;
import dev.baton.score.LeadScored;
import dev.baton.score.Score;
import dev.baton.score.ScoreFacts;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is known of leads whose signals are scored right now, read when it is asked for. */
@Component
class ScoredLeads {
  private final Stages stages;
  private final Leads leads;
  private final Suppressions suppressions;
  private final Competitors competitors;

  ScoredLeads(Stages stages, Leads leads, Suppressions suppressions, Competitors competitors) {
    this.stages = stages;
    this.leads = leads;
    this.suppressions = suppressions;
    this.competitors = competitors;
  }

  JudgedLead of(LeadScored scored) {
    return new JudgedLead() {
      @Override
      public StageEpisode now() {
        return stages.current(scored.batch(), scored.leadId()).orElseThrow();
      }

      @Override
      public Optional<Instant> lastNo() {
        return stages.episodes(scored.batch(), scored.leadId()).stream()
            .filter(episode -> episode.stage() == Stage.RECYCLED)
            .reduce((earlier, later) -> later)
            .map(StageEpisode::enteredAt);
      }

      @Override
      public ScoreFacts facts() {
        return scored.facts();
      }

      @Override
      public Score score() {
        return scored.score();
      }

      @Override
      public boolean isCompetitor() {
        return competitors.areKnown() && isOfCompetitor(scored);
      }

      @Override
      public boolean isSuppressed() {
        return suppressions.isSuppressed(scored.batch(), scored.leadId());
      }
    };
  }

  private boolean isOfCompetitor(LeadScored scored) {
    Lead lead = leads.find(scored.batch(), scored.leadId()).orElseThrow();
    Profile profile = Profile.of(leads.profileLog(scored.batch(), lead.id()), Instant.MAX);
    return competitors.employ(profile.get("domain").orElse(null), lead.email());
  }
}
