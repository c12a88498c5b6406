package dev.baton.insight;

import dev.baton.handoff.DealRecorded;
import dev.baton.handoff.HandoffAdvanced;
import dev.baton.handoff.HandoffClosed;
import dev.baton.handoff.HandoffOpened;
import dev.baton.handoff.OwnerAssigned;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.lead.LeadsMerged;
import dev.baton.lead.VisitorJoined;
import dev.baton.signal.SignalRecorded;
import dev.baton.stage.Stage;
import dev.baton.stage.StageEntered;
import dev.baton.stage.Stages;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who reached which stage when, heard in the transaction that states it (rule R9); {@link
 * FunnelFigures} reads it.
 */
@Component
class FunnelEntries {
  private final JdbcClient db;
  private final Leads leads;

  FunnelEntries(JdbcClient db, Leads leads) {
    this.db = db;
    this.leads = leads;
  }

  @EventListener
  void on(StageEntered fact) {
    if (fact.stage() != Stage.LEAD) {
      return;
    }
    Optional<Lead> lead = leads.find(fact.leadId());
    db.sql(
            """
            insert into funnel_entry (unit_id, stage, lead_id, cohort_at, entered_at,
              source, campaign)
            values (:lead, 'LEAD', :lead, :at, :at, :source, :campaign)
            on conflict do nothing
            """)
        .param("lead", fact.leadId())
        .param("at", Timestamp.from(fact.at()))
        .param("source", lead.map(Lead::source).orElse(null))
        .param("campaign", lead.map(Lead::campaign).orElse(null))
        .update();
  }

  /** A lead is entered before the signal that made it is, and may be named by a later one. */
  @EventListener
  void on(SignalRecorded fact) {
    name(fact.signal().leadId(), fact.signal().source(), fact.signal().campaign());
  }

  /** What named the visitor named the lead, if nothing had before. */
  @EventListener
  void on(VisitorJoined fact) {
    leads.find(fact.leadId()).ifPresent(lead -> name(lead.id(), lead.source(), lead.campaign()));
  }

  /** One person became a lead once: the earlier instant stays. */
  @EventListener
  void on(LeadsMerged fact) {
    db.sql("delete from funnel_entry where unit_id = :from and stage = 'LEAD'")
        .param("from", fact.leadId())
        .update();
    db.sql("update funnel_entry set lead_id = :into where lead_id = :from")
        .param("into", fact.into())
        .param("from", fact.leadId())
        .update();
    leads.find(fact.into()).ifPresent(lead -> name(lead.id(), lead.source(), lead.campaign()));
  }

  private void name(String lead, String source, String campaign) {
    if (source == null && campaign == null) {
      return;
    }
    db.sql(
            """
            update funnel_entry
            set source = coalesce(source, :source), campaign = coalesce(campaign, :campaign)
            where unit_id = :lead and stage = 'LEAD' and (source is null or campaign is null)
            """)
        .param("source", source)
        .param("campaign", campaign)
        .param("lead", lead)
        .update();
  }

  @EventListener
  void on(HandoffOpened fact) {
    db.sql(
            """
            insert into funnel_entry (unit_id, stage, lead_id, cohort_at, entered_at,
              source, campaign, segment, band, channel, model)
            values (:handoff, 'MQL', :lead, :at, :at,
              :source, :campaign, :segment, :band, :channel, :model)
            on conflict do nothing
            """)
        .param("handoff", fact.handoffId())
        .param("lead", fact.leadId())
        .param("at", Timestamp.from(fact.at()))
        .param("source", fact.source())
        .param("campaign", fact.campaign())
        .param("segment", fact.segment())
        .param("band", fact.band())
        .param("channel", fact.channel())
        .param("model", fact.model())
        .update();
  }

  /**
   * The owner at a stage is the first one the handoff had in it; a later reassignment rewrites
   * nothing.
   */
  @EventListener
  void on(OwnerAssigned fact) {
    db.sql("update funnel_entry set owner = :owner where unit_id = :handoff and owner is null")
        .param("owner", fact.owner())
        .param("handoff", fact.handoffId())
        .update();
  }

  @EventListener
  void on(HandoffAdvanced fact) {
    enter(fact.handoffId(), fact.stage().name(), fact.owner(), fact.at(), null, null);
    if (Stages.RULE.equals(fact.by())) {
      byRule(fact.handoffId(), fact.stage());
    }
  }

  /** What nobody looked at is told apart from what a person judged (rule R10). */
  private void byRule(String handoff, Stage stage) {
    db.sql("update funnel_entry set by_rule = true where unit_id = :handoff and stage = :stage")
        .param("handoff", handoff)
        .param("stage", stage.name())
        .update();
  }

  /** The latest value is the deal's, at whichever stage it is counted. */
  @EventListener
  void on(DealRecorded fact) {
    db.sql(
            """
            update funnel_entry set amount = :amount, currency = :currency
            where unit_id = :handoff
            """)
        .param("amount", fact.amount())
        .param("currency", fact.currency())
        .param("handoff", fact.handoffId())
        .update();
  }

  @EventListener
  void on(HandoffClosed fact) {
    db.sql("update funnel_entry set closed_at = :at where unit_id = :handoff")
        .param("at", Timestamp.from(fact.at()))
        .param("handoff", fact.handoffId())
        .update();
    if (fact.result().equals("won") || fact.result().equals("merged")) {
      return;
    }
    String stage = fact.result().equals("lost") ? "LOST" : "REJECTED";
    enter(fact.handoffId(), stage, fact.owner(), fact.at(), fact.stage(), fact.reason());
  }

  /** Every later entry carries what was frozen at the MQL. */
  private void enter(
      String handoff, String stage, String owner, Instant at, String question, String reason) {
    db.sql(
            """
            insert into funnel_entry (unit_id, stage, lead_id, cohort_at, entered_at,
              source, campaign, segment, band, channel, model, amount, currency, closed_at,
              owner, question, reason)
            select unit_id, cast(:stage as varchar), lead_id, cohort_at,
              cast(:at as timestamp with time zone),
              source, campaign, segment, band, channel, model, amount, currency, closed_at,
              cast(:owner as varchar), cast(:question as varchar), cast(:reason as varchar)
            from funnel_entry where unit_id = :handoff and stage = 'MQL'
            on conflict do nothing
            """)
        .param("handoff", handoff)
        .param("stage", stage)
        .param("at", Timestamp.from(at))
        .param("owner", owner)
        .param("question", question)
        .param("reason", reason)
        .update();
  }
}
