package dev.baton.handoff.notice;

import dev.baton.lead.Accounts;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.lead.LeadsMerged;
import dev.baton.score.ScoreFacts;
import dev.baton.score.Scores;
import dev.baton.signal.SignalRecorded;
import dev.baton.sql.TransactionRows;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is told of leads, read once in a transaction unless the lead does something in it. */
@Component
class KnownLeads {
  private final Leads leads;
  private final Accounts accounts;
  private final Scores scores;
  private final Clock clock;
  private final TransactionRows<KnownLead> read = new TransactionRows<>(KnownLead.class);

  KnownLeads(Leads leads, Accounts accounts, Scores scores, Clock clock) {
    this.leads = leads;
    this.accounts = accounts;
    this.scores = scores;
    this.clock = clock;
  }

  KnownLead of(String leadId) {
    return read.kept(leadId).orElseGet(() -> read(leadId));
  }

  /** Reads what will be told of several leads, for all of them at once. */
  void prepare(Collection<String> leadIds) {
    Set<String> unread =
        leadIds.stream().filter(id -> read.kept(id).isEmpty()).collect(Collectors.toSet());
    if (unread.size() < 2) {
      return;
    }
    Map<String, ScoreFacts> facts = scores.facts(unread, clock.instant());
    Map<String, Lead> found = leads.all(unread);
    Map<String, String> names =
        accounts.names(
            found.values().stream()
                .flatMap(lead -> Stream.ofNullable(lead.accountId()))
                .collect(Collectors.toSet()));
    found.forEach(
        (id, lead) ->
            read(id)
                .know(
                    lead,
                    Objects.requireNonNull(facts.get(id)),
                    lead.accountId() == null ? "" : names.getOrDefault(lead.accountId(), "")));
  }

  private KnownLead read(String leadId) {
    KnownLead known = new KnownLead(leadId, clock.instant(), leads, accounts, scores);
    read.keep(leadId, known);
    return known;
  }

  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void on(SignalRecorded fact) {
    read.forget(fact.signal().leadId());
  }

  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void on(LeadsMerged fact) {
    read.forgetAll();
  }
}
