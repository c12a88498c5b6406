package dev.baton.web.lead;

import dev.baton.lead.LeadRecordMerge;
import dev.baton.lead.account.AccountMemberships;
import dev.baton.stage.Stages;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What happened to a lead's record: merges, and to which company it was found to belong. */
@Component
class RecordTimeline {
  private final LeadRecordMerge merges;
  private final AccountMemberships memberships;

  RecordTimeline(LeadRecordMerge merges, AccountMemberships memberships) {
    this.merges = merges;
    this.memberships = memberships;
  }

  Stream<TimelineEntry> of(String leadId, TimelineFormat format) {
    return Stream.concat(
        merges.into(leadId).stream()
            .map(merge -> new TimelineEntry(merge.at(), "merge", merge.by(), format.merged(merge))),
        memberships.of(leadId).stream()
            .map(
                one ->
                    new TimelineEntry(one.decidedAt(), "account", by(one), format.belongs(one))));
  }

  private static String by(AccountMemberships.Membership one) {
    return one.decidedBy().equals(AccountMemberships.MATCH) ? Stages.RULE : one.decidedBy();
  }
}
