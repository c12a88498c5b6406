package dev.baton.web.lead;

import dev.baton.handoff.HandoffViews;
import dev.baton.handoff.record.Handoff;
import dev.baton.lead.Accounts;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.lead.Suppressions;
import dev.baton.stage.Stage;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Views of a lead: its record, score, latest handoff and timeline. */
@Component
class LeadViews {
  private final Leads leads;
  private final Accounts accounts;
  private final Suppressions suppressions;
  private final ScoreViews scores;
  private final HandoffViews handoffViews;
  private final Timeline timeline;
  private final Clock clock;

  LeadViews(
      Leads leads,
      Accounts accounts,
      Suppressions suppressions,
      ScoreViews scores,
      HandoffViews handoffViews,
      Timeline timeline,
      Clock clock) {
    this.leads = leads;
    this.accounts = accounts;
    this.suppressions = suppressions;
    this.scores = scores;
    this.handoffViews = handoffViews;
    this.timeline = timeline;
    this.clock = clock;
  }

  LeadView of(Lead lead, Stage stage, Handoff handoff, String mergedInto, TimelineFormat format) {
    Instant now = clock.instant();
    Profile profile = Profile.of(leads.profileLog(lead.id()), now);
    return new LeadView(
        lead.id(),
        lead.email(),
        profile.name().orElse(null),
        profile.get("jobTitle").orElse(null),
        profile.get("company").orElse(null),
        Optional.ofNullable(lead.accountId()).flatMap(accounts::name).orElse(null),
        lead.source(),
        lead.campaign(),
        handoff != null
            ? handoff.origin().channel()
            : Optional.ofNullable(lead.channel()).map(channel -> channel.word()).orElse(null),
        stage.name(),
        scores.of(lead.id(), now),
        handoff == null ? null : handoffViews.of(handoff),
        timeline.of(lead.id(), format),
        mergedInto,
        suppressions.of(lead.id()).map(Suppressions.Suppression::reason).orElse(null));
  }
}
