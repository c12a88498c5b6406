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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

  LeadView of(
      Lead lead,
      Stage stage,
      @Nullable Handoff handoff,
      @Nullable String mergedInto,
      TimelineFormat format) {
    Instant now = clock.instant();
    return new LeadView(
        lead.id(),
        contact(lead, Profile.of(leads.profileLog(lead.id()), now)),
        new LeadView.LeadOrigin(lead.source(), lead.campaign(), channel(lead, handoff)),
        stage.name(),
        scores.of(lead.id(), now),
        handoff == null ? null : handoffViews.of(handoff),
        timeline.of(lead.id(), format),
        mergedInto,
        suppressions.of(lead.id()).map(Suppressions.Suppression::reason).orElse(null));
  }

  private LeadView.Contact contact(Lead lead, Profile profile) {
    return new LeadView.Contact(
        lead.email(),
        lead.externalId(),
        leads.visitorIds(List.of(lead.id())).getOrDefault(lead.id(), List.of()),
        profile.name().orElse(null),
        profile.get("jobTitle").orElse(null),
        profile.get("company").orElse(null),
        Optional.ofNullable(lead.accountId()).flatMap(accounts::name).orElse(null),
        lead.accountId());
  }

  private static @Nullable String channel(Lead lead, @Nullable Handoff handoff) {
    return handoff != null
        ? handoff.origin().channel()
        : Optional.ofNullable(lead.channel()).map(channel -> channel.word()).orElse(null);
  }
}
