package dev.baton.web.lead;

import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.people.People;
import dev.baton.routing.AssignmentLedger;
import dev.baton.score.Scores;
import dev.baton.web.DisplayNames;
import dev.baton.web.ViewerClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Assembler of a lead's history; the caller has checked the rights. */
@Component
class LeadHistoryAssembler {
  private static final Duration LATELY = Duration.ofDays(7);

  private final Leads leads;
  private final Scores scores;
  private final Handoffs handoffs;
  private final AssignmentLedger ledger;
  private final People people;

  LeadHistoryAssembler(
      Leads leads, Scores scores, Handoffs handoffs, AssignmentLedger ledger, People people) {
    this.leads = leads;
    this.scores = scores;
    this.handoffs = handoffs;
    this.ledger = ledger;
    this.people = people;
  }

  LeadHistory of(String leadId, ViewerClock clock) {
    Instant now = clock.now();
    DisplayNames names = DisplayNames.ofAll(people);
    List<RoutingRow> routing =
        handoffs.ofLead(leadId).stream()
            .map(Handoff::id)
            .flatMap(handoff -> ledger.of(handoff).stream())
            .map(entry -> RoutingRow.of(entry, names, clock.texts()))
            .toList();
    return new LeadHistory(
        leads.find(leadId).map(Lead::accountId).orElse(null),
        ScoreChange.between(scores.shown(leadId, now.minus(LATELY)), scores.shown(leadId, now)),
        routing);
  }
}
