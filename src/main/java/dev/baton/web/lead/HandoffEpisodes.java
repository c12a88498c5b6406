package dev.baton.web.lead;

import dev.baton.alert.text.Text;
import dev.baton.handoff.answer.Deal;
import dev.baton.handoff.answer.Opportunities;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.notice.Age;
import dev.baton.handoff.notice.LeadBriefings;
import dev.baton.handoff.record.CompanyHandoff;
import dev.baton.handoff.record.CompanyHandoffs;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffPermissions;
import dev.baton.handoff.record.Handoffs;
import dev.baton.web.CurrentUser;
import dev.baton.web.DisplayNames;
import dev.baton.web.Labels;
import dev.baton.web.ViewerClock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Handoffs of a lead on its page, the latest first, each with its clocks; and those of its
 * colleagues that sales works on now.
 */
@Component
class HandoffEpisodes {
  private static final int MOST_COLLEAGUES = 10;

  private final Handoffs handoffs;
  private final Deadlines deadlines;
  private final Opportunities opportunities;
  private final CompanyHandoffs companies;
  private final LeadBriefings briefings;
  private final Labels words;

  HandoffEpisodes(
      Handoffs handoffs,
      Deadlines deadlines,
      Opportunities opportunities,
      CompanyHandoffs companies,
      LeadBriefings briefings,
      Labels words) {
    this.handoffs = handoffs;
    this.companies = companies;
    this.briefings = briefings;
    this.deadlines = deadlines;
    this.opportunities = opportunities;
    this.words = words;
  }

  List<LeadPage.Episode> of(String leadId, ViewerClock viewerClock, DisplayNames names) {
    List<Handoff> all = new ArrayList<>(handoffs.ofLead(leadId));
    Collections.reverse(all);
    Map<String, List<Deadline>> clocks = deadlines.of(all.stream().map(Handoff::id).toList());
    return all.stream()
        .map(
            handoff ->
                new LeadPage.Episode(
                    handoff,
                    names.of(handoff.owner()),
                    clocks.getOrDefault(handoff.id(), List.of()).stream()
                        .map(clock -> ClockRow.of(clock, viewerClock, names, words))
                        .toList()))
        .toList();
  }

  /** Of colleagues whose leads this reader may not see it says where they stand, and not who. */
  List<LeadPage.Colleague> colleagues(LeadView lead, CurrentUser user, DisplayNames names) {
    String account = lead.contact().accountId();
    if (account == null) {
      return List.of();
    }
    return companies.openOfColleagues(account, lead.id()).stream()
        .limit(MOST_COLLEAGUES)
        .map(each -> colleague(each, user, names))
        .toList();
  }

  private LeadPage.Colleague colleague(
      CompanyHandoff handoff, CurrentUser user, DisplayNames names) {
    String owner = names.of(handoff.owner());
    boolean seen = HandoffPermissions.maySee(user.person(), handoff);
    return new LeadPage.Colleague(
        seen ? handoff.leadId() : null,
        seen ? briefings.who(handoff.leadId()) : user.clock().texts().say("lead.somebody"),
        user.clock()
            .wording()
            .say(
                Text.of(
                    "colleague_line",
                    Map.of(
                        "question",
                        Text.of("question_" + handoff.state().clock()),
                        "owner",
                        owner == null ? Text.of("nobody_yet") : owner,
                        "what",
                        Text.of(handoff.handRaise() ? "colleague_hand_raise" : "colleague_mql"),
                        "ago",
                        Age.of(handoff.mqlAt(), user.clock().now()).text()))));
  }

  Optional<Deal> deal(Handoff handoff) {
    return opportunities.of(handoff.id());
  }
}
