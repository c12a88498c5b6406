package dev.baton.web.lead;

import dev.baton.connect.enrichment.Enrichments;
import dev.baton.connect.whatsapp.WhatsAppMessages;
import dev.baton.lead.LeadRecordMerge;
import dev.baton.lead.account.AccountMemberships;
import dev.baton.nurture.NurtureRequests;
import dev.baton.stage.Stages;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What happened to a lead's record: merges, its company, what others knew of that, nurture, and
 * messages on WhatsApp.
 */
@Component
class RecordTimeline {
  private final LeadRecordMerge merges;
  private final AccountMemberships memberships;
  private final Enrichments enrichments;
  private final NurtureRequests nurtures;
  private final WhatsAppMessages messages;

  RecordTimeline(
      LeadRecordMerge merges,
      AccountMemberships memberships,
      Enrichments enrichments,
      NurtureRequests nurtures,
      WhatsAppMessages messages) {
    this.messages = messages;
    this.nurtures = nurtures;
    this.merges = merges;
    this.memberships = memberships;
    this.enrichments = enrichments;
  }

  Stream<TimelineEntry> of(String leadId, TimelineFormat format) {
    return Stream.of(
            merges.into(leadId).stream()
                .map(
                    merge ->
                        new TimelineEntry(merge.at(), "merge", merge.by(), format.merged(merge))),
            memberships.of(leadId).stream()
                .map(
                    one ->
                        new TimelineEntry(
                            one.decidedAt(), "account", by(one), format.belongs(one))),
            enrichments.of(leadId).stream()
                .map(
                    one ->
                        new TimelineEntry(
                            one.notedAt(), "enriched", Stages.RULE, format.enriched(one))),
            nurtures.of(leadId).stream()
                .map(one -> new TimelineEntry(one.at(), "nurture", one.by(), format.nurtured(one))),
            messages.of(leadId).stream()
                .map(one -> new TimelineEntry(one.at(), "whatsapp", null, one.words())))
        .flatMap(entries -> entries);
  }

  private static String by(AccountMemberships.Membership one) {
    return one.decidedBy().equals(AccountMemberships.MATCH) ? Stages.RULE : one.decidedBy();
  }
}
