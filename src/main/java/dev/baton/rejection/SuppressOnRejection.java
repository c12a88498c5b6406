package dev.baton.rejection;

import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.text.Text;
import dev.baton.handoff.notice.HandoffNotices;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.handoff.record.LeadSentBack;
import dev.baton.handoff.record.RejectionTaxonomy;
import dev.baton.lead.Suppressions;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.rejection.campaign.CampaignOwners;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Suppression after "not our kind of customer": the lead is not contacted again, and its campaign's
 * owner is told why.
 */
@Component
class SuppressOnRejection {
  static final String FOLLOW = "suppress";

  private final Suppressions suppressions;
  private final CampaignOwners campaigns;
  private final Handoffs handoffs;
  private final HandoffNotices notices;
  private final RejectionTaxonomy taxonomy;
  private final People people;

  SuppressOnRejection(
      Suppressions suppressions,
      CampaignOwners campaigns,
      Handoffs handoffs,
      HandoffNotices notices,
      RejectionTaxonomy taxonomy,
      People people) {
    this.suppressions = suppressions;
    this.campaigns = campaigns;
    this.handoffs = handoffs;
    this.notices = notices;
    this.taxonomy = taxonomy;
    this.people = people;
  }

  @EventListener
  void on(LeadSentBack no) {
    if (!no.follow().equals(FOLLOW)) {
      return;
    }
    suppressions.suppress(no.leadId(), no.reason(), no.by(), no.at());
    Handoff handoff = handoffs.find(no.handoffId()).orElseThrow();
    String by = people.find(no.by()).map(Person::name).orElse(no.by());
    String campaign = handoff.origin().campaign();
    Text from =
        campaign == null
            ? Text.of("no_campaign")
            : Text.of("campaign", Map.of("campaign", campaign));
    Text headline =
        Text.of(
            "campaign_rejected",
            Map.of("reason", taxonomy.label(no.reason()), "rep", by, "origin", from));
    for (String owner : campaigns.of(handoff.origin().campaign())) {
      notices.tell(
          handoff,
          NoticeKind.SUPPRESSED,
          "campaign:%s:%s".formatted(handoff.id(), owner),
          owner,
          headline,
          null);
    }
  }
}
