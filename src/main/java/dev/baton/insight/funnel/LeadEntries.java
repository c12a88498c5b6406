package dev.baton.insight.funnel;

import dev.baton.insight.rollup.ChangeLog;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.lead.LeadsMerged;
import dev.baton.lead.VisitorJoined;
import dev.baton.signal.SignalOrigin;
import dev.baton.signal.SignalRecorded;
import dev.baton.sql.Sql;
import dev.baton.stage.Stage;
import dev.baton.stage.StageEntered;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Entries of the funnel for persons: who became a lead, and what named them first (rule R9). */
@Component
public class LeadEntries {
  private final JdbcClient db;
  private final ChangeLog changes;
  private final Leads leads;

  LeadEntries(JdbcClient db, ChangeLog changes, Leads leads) {
    this.db = db;
    this.changes = changes;
    this.leads = leads;
  }

  @EventListener
  void on(StageEntered fact) {
    if (fact.stage() != Stage.LEAD) {
      return;
    }
    Optional<Lead> lead = leads.find(fact.leadId());
    int added =
        db.sql(
                """
                insert into funnel_entry (unit_id, stage, lead_id, cohort_at, entered_at,
                  source, campaign)
                values (:lead, 'LEAD', :lead, :at, :at, :source, :campaign)
                on conflict do nothing
                """)
            .param("lead", fact.leadId())
            .param("at", Sql.timestamp(fact.at()))
            .param("source", lead.map(Lead::source).orElse(null))
            .param("campaign", lead.map(Lead::campaign).orElse(null))
            .update();
    if (added > 0) {
      changes.add(
          FunnelFacts.TABLE, "unit_id = :lead and stage = 'LEAD'", Map.of("lead", fact.leadId()));
    }
  }

  /** A lead is entered before the signal that made it is, and may be named by a later one. */
  @EventListener
  void on(SignalRecorded fact) {
    SignalOrigin origin = fact.signal().origin();
    name(fact.signal().leadId(), origin.source(), origin.campaign());
  }

  /** What named the visitor named the lead, if nothing had before. */
  @EventListener
  void on(VisitorJoined fact) {
    leads.find(fact.leadId()).ifPresent(lead -> name(lead.id(), lead.source(), lead.campaign()));
  }

  /** One person became a lead once: the earlier instant stays. */
  @EventListener
  void on(LeadsMerged fact) {
    changes.takeBack(
        FunnelFacts.TABLE, "unit_id = :from and stage = 'LEAD'", Map.of("from", fact.leadId()));
    db.sql("delete from funnel_entry where unit_id = :from and stage = 'LEAD'")
        .param("from", fact.leadId())
        .update();
    db.sql("update funnel_entry set lead_id = :into where lead_id = :from")
        .param("into", fact.into())
        .param("from", fact.leadId())
        .update();
    leads.find(fact.into()).ifPresent(lead -> name(lead.id(), lead.source(), lead.campaign()));
  }

  private void name(String lead, @Nullable String source, @Nullable String campaign) {
    if (source == null && campaign == null) {
      return;
    }
    Map<String, Object> values = new HashMap<>();
    values.put("unit", lead);
    values.put("source", source);
    values.put("campaign", campaign);
    changes.amend(
        FunnelFacts.TABLE,
        Map.of(
            "source", "coalesce(source, cast(:source as varchar))",
            "campaign", "coalesce(campaign, cast(:campaign as varchar))"),
        """
        unit_id = :unit and stage = 'LEAD' and ((source is null and cast(:source as varchar) is not null)
          or (campaign is null and cast(:campaign as varchar) is not null))
        """,
        "true",
        values);
  }
}
