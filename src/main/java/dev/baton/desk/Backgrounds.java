package dev.baton.desk;

import dev.baton.handoff.Handoff;
import dev.baton.handoff.Handoffs;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.people.People;
import dev.baton.routing.Ledger;
import dev.baton.score.Scores;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads what lies behind a lead's page; whoever calls has looked at the rights. */
@Component
class Backgrounds {
  private static final Duration LATELY = Duration.ofDays(7);

  private final Leads leads;
  private final Scores scores;
  private final Handoffs handoffs;
  private final Ledger ledger;
  private final People people;

  Backgrounds(Leads leads, Scores scores, Handoffs handoffs, Ledger ledger, People people) {
    this.leads = leads;
    this.scores = scores;
    this.handoffs = handoffs;
    this.ledger = ledger;
    this.people = people;
  }

  Background of(String leadId, Instant now) {
    Names names = Names.of(people);
    List<RoutingLine> routing =
        handoffs.ofLead(leadId).stream()
            .map(Handoff::id)
            .flatMap(handoff -> ledger.of(handoff).stream())
            .map(entry -> RoutingLine.of(entry, names))
            .toList();
    return new Background(
        leads.find(leadId).map(Lead::accountId).orElse(null),
        ScoreChange.between(scores.score(leadId, now.minus(LATELY)), scores.score(leadId, now)),
        routing);
  }
}
