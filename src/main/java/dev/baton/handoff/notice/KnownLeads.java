package dev.baton.handoff.notice;

import dev.baton.lead.Accounts;
import dev.baton.lead.Leads;
import dev.baton.lead.LeadsMerged;
import dev.baton.score.Scores;
import dev.baton.signal.SignalRecorded;
import dev.baton.sql.TransactionRows;
import java.time.Clock;
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
